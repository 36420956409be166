//! What a backup says of itself: its first file.

use serde::{Deserialize, Serialize};
use std::path::{Component, Path};
use wire::Version;

/// The name of its file in the tar.
pub(super) const FILE: &str = "manifest.json";
/// More than the manifest of a city's workspace has.
pub(super) const LARGEST: u64 = 64 * 1024 * 1024;

/// What a backup holds, and when it was made.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the backup.
    pub version: Version<1>,
    /// Local time of Jakarta, `2021-03-12T06:00`.
    pub made_at: String,
    /// The version of the program that made it.
    pub program: String,
    /// Every other file, in the order in which they stand.
    pub files: Vec<FileEntry>,
}

/// A file of the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Below the workspace.
    pub path: String,
    /// Its bytes.
    pub size: u64,
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// The bytes of all files.
    pub fn size(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }
}

impl FileEntry {
    /// Whether its path leads nowhere but below the workspace.
    pub(super) fn is_inside(&self) -> bool {
        let path = Path::new(&self.path);
        !self.path.is_empty() && path.components().all(|step| matches!(step, Component::Normal(_)))
    }
}
