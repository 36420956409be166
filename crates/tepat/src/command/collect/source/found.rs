//! What may be envelopes, and a place where they lie.

use office::clock::Moment;
use office::fault::{Fault, Result};
use seal::envelope::LARGEST_FILE;
use serde::Serialize;

/// An envelope, or what may be one.
pub(in crate::command::collect) struct Found {
    /// Where it lies, below the source.
    pub(in crate::command::collect) path: String,
    /// The same as the answer of the command names it.
    pub(in crate::command::collect) name: String,
    /// When it came there, in seconds since 1970.
    pub(in crate::command::collect) at: Option<i64>,
    /// Its bytes, where the source tells them.
    pub(in crate::command::collect) size: Option<u64>,
}

/// What could not be read, and why. The next run tries again.
#[derive(Debug, Serialize)]
pub(in crate::command::collect) struct Unreached {
    pub(in crate::command::collect) file: String,
    pub(in crate::command::collect) problem: Fault,
}

impl Found {
    /// When it came, in Jakarta.
    pub(in crate::command::collect) fn arrived_at(&self) -> Option<Moment> {
        self.at.and_then(Moment::of_unix)
    }

    /// Whether it is known to be larger than an envelope may be.
    pub(in crate::command::collect) fn is_too_large(&self) -> bool {
        self.size.is_some_and(|size| usize::try_from(size).map_or(true, |size| size > LARGEST_FILE))
    }

    /// Its file's own name.
    pub(in crate::command::collect) fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// A folder, a drop box on a web server, or an object store.
pub(in crate::command::collect) trait Source {
    /// What lies there, and the parts of it that could not be looked into.
    fn list(&self) -> Result<(Vec<Found>, Vec<Unreached>)>;

    /// The bytes of some of it, one answer each.
    fn fetch(&self, some: &[&Found]) -> Vec<Result<Vec<u8>>>;

    /// Removes some of it; what is gone already is gone.
    fn remove(&self, some: &[&Found]) -> Result<()>;

    /// Whether an envelope is called by its SHA-256 there, and so need not be read to be known. A file that came by
    /// flash disk may be called anything.
    fn names_by_digest(&self) -> bool;
}

/// As the drop box, the app, and a phone's share sheet (which passes on plain texts only) name envelopes.
pub(super) fn is_of_envelope(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    !name.starts_with('.')
        && ["json", "tepat", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
