//! What a device remembers of publications: nothing of it is personal.

use crate::browser::storage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wire::{Bytes, FileDigest, Index};

const NAME: &str = "tepat-terbitan";

/// The latest publication that was believed. Where the browser keeps nothing, each page starts anew.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Memory {
    serial: u32,
    salt: Bytes,
    /// The keys that the office has announced, the latest last.
    #[serde(default)]
    keys: Vec<Bytes>,
    /// Files that were checked last, by name.
    #[serde(default)]
    files: BTreeMap<String, FileDigest>,
}

impl Memory {
    pub(super) fn load() -> Self {
        storage::get(NAME).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Whether a signed index is no older than what was seen. Demos begin anew, each with a salt of its own.
    pub(super) fn admits(&self, index: &Index) -> bool {
        index.serial >= self.serial || (index.example && index.lookup.salt != self.salt)
    }

    pub(super) fn note(&mut self, index: &Index) {
        let announced = index.next_key.iter().filter(|key| !self.keys.contains(key)).cloned();
        let announced: Vec<Bytes> = announced.collect();
        if announced.is_empty() && (self.serial, &self.salt) == (index.serial, &index.lookup.salt) {
            return;
        }
        self.serial = index.serial;
        self.salt = index.lookup.salt.clone();
        self.keys.extend(announced);
        self.save();
    }

    pub(super) fn announced_keys(&self) -> &[Bytes] {
        &self.keys
    }

    pub(super) fn note_file(&mut self, name: &str, digest: FileDigest) {
        if self.files.insert(name.to_owned(), digest) != Some(digest) {
            self.save();
        }
    }

    pub(super) fn has_seen(&self, name: &str, digest: FileDigest) -> bool {
        self.files.get(name) == Some(&digest)
    }

    fn save(&self) {
        if let Ok(text) = serde_json::to_string(self) {
            // Where nothing is kept, an older publication passes on the next page: nothing to be done about it here.
            storage::set(NAME, &text).ok();
        }
    }
}
