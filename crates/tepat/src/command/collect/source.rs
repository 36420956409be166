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
use publication::place::Place;
use publication::store::Store;

/// The source at a place; without one, the drop box of the workspace.
pub(super) fn at(place: Option<&Place>, workspace: &Workspace) -> Result<Box<dyn Source>> {
    Ok(match place {
        None => Box::new(Folder(workspace.inbox())),
        Some(Place::Path(path)) => Box::new(Folder(path.clone())),
        Some(Place::Url(url)) if matches!(url.scheme(), "http" | "https") => {
            Box::new(Host::at(url, workspace)?)
        }
        Some(Place::Url(url)) => Box::new(Store::open(url)?),
    })
}
