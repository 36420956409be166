//! Where the files of a publication go.

use data_encoding::HEXLOWER;
use office::fault::Result;
use office::register::digest;
use serde::Serialize;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A place for files, which may come from several threads at once.
pub(crate) trait Sink: Sync {
    /// Puts a file there, by its path below `/api/v1/`.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()>;
}

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FileCounts {
    /// So many make up the publication, without its manifest.
    pub files: usize,
    /// So many of them were written or sent.
    pub uploaded: usize,
    /// So many lay there already.
    pub unchanged: usize,
    /// So many are there no more.
    pub removed: usize,
    /// The length of those that were written or sent.
    pub bytes: u64,
}

impl FileCounts {
    pub(crate) fn note_sent(&mut self, bytes: &[u8]) {
        self.uploaded += 1;
        self.bytes += u64::try_from(bytes.len()).unwrap_or(0);
    }
}

/// SHA-256 of a file, as the manifest has it.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    HEXLOWER.encode(&digest(bytes))
}

/// What threads share. One that stopped half-way has stopped the whole publication.
pub(crate) fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
