//! A publication as a reader has it: files by their paths.

use crate::signing::signing_key;
use domain::{KkNumber, Nik, RegistrationCode};
use seal::{Locator, LookupSecret, bucket};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::io::Result;
use std::path::Path;
use walkdir::WalkDir;
use wire::{Bucket, BucketGroup, FileDigest, Index, Manifest, Purpose, Signed, StatusRecord};

/// The files, by their paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication(BTreeMap<String, Vec<u8>>);

impl Publication {
    /// Reads the whole folder.
    pub fn read(folder: &Path) -> Self {
        Self::try_read(folder).unwrap()
    }

    /// The same of a folder in whose place another may be put meanwhile.
    ///
    /// # Errors
    /// If a file is gone before it is read.
    pub fn try_read(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.path().is_file() {
                let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(path, std::fs::read(entry.path())?);
            }
        }
        Ok(Self(files))
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

    /// The entry, whose signature holds.
    pub fn index(&self) -> Index {
        self.signed(Purpose::Index, "index.json")
    }

    /// The list of all files, whose signature holds.
    pub fn manifest(&self) -> Manifest {
        self.signed(Purpose::Manifest, "manifest.json")
    }

    fn signed<T: DeserializeOwned>(&self, purpose: Purpose, path: &str) -> T {
        read_signed(purpose, &self.0[path])
    }

    /// The digest of a bucket, by its number.
    pub fn bucket_name(&self, number: u32) -> FileDigest {
        let (group, place) = self.index().status.group_of(number).unwrap();
        let group: BucketGroup = serde_json::from_slice(&self.0[&group.status_file()]).unwrap();
        group.buckets.get(place).unwrap()
    }

    /// A bucket, by its number.
    pub fn bucket(&self, number: u32) -> Bucket {
        serde_json::from_slice(&self.0[&self.bucket_name(number).status_file()]).unwrap()
    }

    /// Every bucket, in the order of the numbers.
    pub fn buckets(&self) -> Vec<Bucket> {
        let params = self.index().lookup;
        (0..params.pair_buckets + params.code_buckets).map(|number| self.bucket(number)).collect()
    }

    /// Without the entry, which bears the number of the publication, and the list of digests, which has that of the entry.
    pub fn without_index(mut self) -> Self {
        self.0.remove("index.json");
        self.0.remove("manifest.json");
        self
    }

    /// Without what is sealed to the heads of RT and RW: each bears the number of the publication that first held it.
    pub fn without_outcomes(mut self) -> Self {
        self.0.retain(|path, _| !path.starts_with("outcome/"));
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
        self.record(secret)?.current().map(|event| event.status.to_string())
    }

    /// What a secret opens.
    pub fn record(&self, secret: &LookupSecret) -> Option<StatusRecord> {
        let params = self.index().lookup;
        let locator = Locator::derive(secret, &params).unwrap();
        let bucket = self.bucket(secret.place().bucket(&params));
        let packed = bucket::open(&bucket, &locator).unwrap()?;
        Some(serde_json::from_slice(&packed.unpack().unwrap()).unwrap())
    }

    /// Stops unless a reader finds everything that the index promises, whole.
    pub fn assert_whole(&self) {
        let groups = self.index().status.groups.iter().count();
        let names: std::collections::BTreeSet<_> =
            self.buckets().iter().map(|bucket| bucket.nonce.0.clone()).collect();
        assert_eq!(self.folder("status/").count(), names.len() + groups, "buckets and groups");
        for (path, bytes) in self.files() {
            let document: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            let version = if path.starts_with("status/") { 2 } else { 1 };
            assert_eq!(document["version"], version, "{path}");
        }
    }
}

/// A document in its signed frame, whose signature holds.
pub fn read_signed<T: DeserializeOwned>(purpose: Purpose, file: &[u8]) -> T {
    let signed: Signed = serde_json::from_slice(file).unwrap();
    serde_json::from_str(signing_key().public().verify(purpose, &signed).unwrap()).unwrap()
}
