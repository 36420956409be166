//! Where envelopes come from.

mod folder;
mod host;
mod store;

use folder::Folder;
use host::Host;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::workspace::Workspace;
use publication::place::Place;
use publication::store::Store;
use serde::Serialize;

/// An envelope, or what may be one.
pub(super) struct Found {
    /// Where it lies, below the source.
    pub(super) path: String,
    /// The same as the answer of the command names it.
    pub(super) name: String,
    /// When it came there, in seconds since 1970.
    pub(super) at: Option<i64>,
}

/// What could not be read, and why. The next run tries again.
#[derive(Debug, Serialize)]
pub(super) struct Unreached {
    pub(super) file: String,
    pub(super) problem: Fault,
}

/// A folder, a drop box on a web server, or an object store.
pub(super) trait Source {
    /// What lies there, and the parts of it that could not be looked into.
    fn list(&self) -> Result<(Vec<Found>, Vec<Unreached>)>;

    /// The bytes of some of it, one answer each.
    fn fetch(&self, some: &[&Found]) -> Vec<Result<Vec<u8>>>;

    /// Whether an envelope is called by its SHA-256 there, and so need not be read to be known. A file that came by
    /// flash disk may be called anything.
    fn names_by_digest(&self) -> bool;
}

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

impl Found {
    /// When it came, in Jakarta.
    pub(super) fn arrived_at(&self) -> Option<Moment> {
        self.at.and_then(Moment::of_unix)
    }

    /// Its file's own name.
    pub(super) fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// As the drop box, the app, and a phone's share sheet (which passes on plain texts only) name envelopes.
fn is_of_envelope(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    !name.starts_with('.')
        && ["json", "tepat", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
