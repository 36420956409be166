//! A publication as a reader has it: files by their paths.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::{Locator, LookupSecret, lookup};
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;
use wire::{Bucket, Index, StatusRecord};

/// The files, by their paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication(BTreeMap<String, Vec<u8>>);

impl Publication {
    /// Reads the whole folder.
    pub fn read(folder: &Path) -> Self {
        let files =
            WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.path().is_file());
        let file = |path: &Path| {
            (path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap())
        };
        Self::of(files.map(|entry| file(entry.path())))
    }

    /// Of files that lie elsewhere.
    pub fn of(files: impl Iterator<Item = (String, Vec<u8>)>) -> Self {
        Self(files.collect())
    }

    /// Every file.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The files of one folder.
    pub fn folder(&self, name: &str) -> impl Iterator<Item = (&str, &[u8])> {
        self.files().filter(move |(path, _)| path.starts_with(name))
    }

    /// The entry.
    pub fn index(&self) -> Index {
        serde_json::from_slice(&self.0["index.json"]).unwrap()
    }

    /// Without the entry, which bears the number of the publication, and the list of digests, which has that of the entry.
    pub fn without_index(mut self) -> Self {
        self.0.remove("index.json");
        self.0.remove("manifest.json");
        self
    }

    /// The status of whoever knows a KK number and a NIK.
    pub fn status_of(&self, kk: &str, nik: &str) -> Option<String> {
        let secret = LookupSecret::pair(&KkNumber::parse(kk).unwrap(), &Nik::parse(nik).unwrap());
        self.look_up(&secret)
    }

    /// The status of whoever has a receipt.
    pub fn status_by_code(&self, code: &str) -> Option<String> {
        self.look_up(&LookupSecret::code(&RegistrationCode::parse(code).unwrap()))
    }

    fn look_up(&self, secret: &LookupSecret) -> Option<String> {
        let params = self.index().lookup;
        let locator = Locator::derive(secret, &params).unwrap();
        let file = format!("status/{}", lookup::bucket_file(locator.bucket(params.bucket_bits)));
        let bucket: Bucket = serde_json::from_slice(&self.0[&file]).unwrap();
        let document = locator.open(&bucket, &params).unwrap()?;
        let record: StatusRecord = serde_json::from_slice(&document).unwrap();
        record.current().map(|event| event.status.to_string())
    }

    /// Stops unless a reader finds everything that the index promises, whole.
    pub fn assert_whole(&self) {
        let bits = self.index().lookup.bucket_bits;
        let buckets: Vec<_> = self.folder("status/").collect();
        assert_eq!(buckets.len(), 1 << bits, "buckets for {bits} bits");
        for (path, bytes) in self.files() {
            let document: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            assert_eq!(document["version"], 1, "{path}");
        }
        for (path, bytes) in buckets {
            let bucket: Bucket = serde_json::from_slice(bytes).unwrap();
            assert_eq!(bucket.bits, bits, "{path}");
        }
    }
}
