//! Where the files of a publication go.

use crate::fault::{During, Result};
use crate::register::digest;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wire::Version;

/// A place for files, which may come from several threads at once.
pub(crate) trait Shelf: Sync {
    /// Puts a file there, by its path below `/api/v1/`.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()>;
}

/// SHA-256 of a file, as the manifest has it.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    HEXLOWER.encode(&digest(bytes))
}

/// What lies in a publication, by content: whoever holds two of them knows what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    version: Version<1>,
    /// SHA-256 of each file, by its path.
    files: BTreeMap<String, String>,
}

impl Manifest {
    /// Its name beside `index.json`. The app never asks for it.
    pub(crate) const FILE: &'static str = "manifest.json";

    /// Reads one; one that cannot be read knows nothing.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or_default()
    }

    /// As a file.
    pub(crate) fn write(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).during("menulis daftar berkas")
    }

    /// Notes a file by its digest.
    pub(crate) fn note(&mut self, path: &str, digest: String) {
        self.files.insert(path.to_owned(), digest);
    }

    /// The digest of a file; none: it is not there.
    pub(crate) fn digest(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// The paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}
