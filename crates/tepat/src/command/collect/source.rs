//! Where envelopes come from.

mod folder;
mod found;
mod host;
mod store;

use folder::Folder;
pub(super) use found::{Found, Source, Unreached};
use host::Host;
use office::fault::Result;
use office::workspace::Workspace;
use publication::location::Location;
use publication::store::RemoteStore;

/// The source at a place; without one, the drop box of the workspace.
pub(super) fn at(place: Option<&Location>, workspace: &Workspace) -> Result<Box<dyn Source>> {
    Ok(match place {
        None => Box::new(Folder(workspace.inbox())),
        Some(Location::Path(path)) => Box::new(Folder(path.clone())),
        Some(Location::Url(url)) if matches!(url.scheme(), "http" | "https") => {
            Box::new(Host::at(url, workspace)?)
        }
        Some(Location::Url(url)) => Box::new(RemoteStore::open(url)?),
    })
}
