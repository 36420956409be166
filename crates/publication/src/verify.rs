//! A publication looked at from outside, with nothing but the public key of the office: whether every file is the one that the
//! office signed.

use crate::document::{INDEX, read_signed};
use crate::location::Location;
use crate::published::Published;
use crate::sink::digest_of;
use office::fault::{Fault, Result};
use office::register::digest;
use seal::SigningPublic;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use wire::{Bucket, BucketGroup, FileDigest, Index, Manifest, Purpose};

/// What was found. Nothing in it is personal.
#[derive(Debug, Default, Serialize)]
pub struct Verified {
    /// The number of the publication.
    pub serial: u32,
    /// When it was made.
    pub published_at: String,
    /// Until when it is fresh.
    pub fresh_until: String,
    /// So many files were looked at.
    pub files: usize,
    /// Buckets among them.
    pub buckets: usize,
    /// Families that a bucket has room for, on average of both kinds.
    pub places: usize,
    /// What is wrong, file by file.
    pub faults: Vec<String>,
}

/// Files that are read together.
const TOGETHER: usize = 64;

/// Looks at every file of a publication.
///
/// # Errors
/// Index or manifest are not there, or are not of this office; or the place cannot be read.
pub fn verify(place: &Location, key: &SigningPublic) -> Result<Verified> {
    let published = Published::at(place)?;
    let index: Index = signed(&published, key, Purpose::Index, INDEX)?;
    let manifest: Manifest = signed(&published, key, Purpose::Manifest, Manifest::FILE)?;
    let mut found = Verified {
        serial: index.serial,
        published_at: index.published_at.clone(),
        fresh_until: index.fresh_until.clone(),
        ..Verified::default()
    };
    if manifest.serial != index.serial {
        found.faults.push(format!("manifest.json milik terbitan {}", manifest.serial));
    }
    let mut tree = Tree::of(&index);
    let paths: Vec<&str> = manifest.files.keys().map(String::as_str).collect();
    for some in paths.chunks(TOGETHER) {
        for (path, file) in some.iter().zip(published.read(some)) {
            match file? {
                None => found.faults.push(format!("{path}: tidak ada")),
                Some(file) if manifest.files.get(*path) != Some(&digest_of(&file)) => {
                    found.faults.push(format!("{path}: diubah"));
                }
                Some(file) => tree.see(path, &file),
            }
            found.files += 1;
        }
    }
    for path in published.list()? {
        if path != Manifest::FILE && !manifest.files.contains_key(&path) {
            found.faults.push(format!("{path}: bukan bagian terbitan"));
        }
    }
    tree.finish(&index, &mut found);
    Ok(found)
}

fn signed<T: serde::de::DeserializeOwned>(
    published: &Published,
    key: &SigningPublic,
    purpose: Purpose,
    path: &str,
) -> Result<T> {
    let file = published.read_one(path)?.ok_or_else(|| {
        Fault::new(
            "bukan-terbitan",
            format!("Di sana tidak ada {path}."),
            "Tunjuk folder atau alamat …/api/v1.",
        )
    })?;
    read_signed(key, purpose, &file).ok_or_else(|| {
        Fault::new(
            "bukan-kantor-ini",
            format!("{path} tidak ditandatangani dengan kunci itu."),
            "Periksa kuncinya; bila benar, terbitan itu bukan dari kantor ini atau sudah diubah orang.",
        )
    })
}

/// What the index names, and what of it was seen.
struct Tree {
    /// Files beside the index, by path.
    named: BTreeMap<String, FileDigest>,
    groups: BTreeSet<FileDigest>,
    /// Digests of buckets in the order of groups as they were seen.
    buckets: BTreeMap<FileDigest, Vec<FileDigest>>,
    /// Lengths of nonce, capsules and documents.
    shapes: BTreeMap<FileDigest, [usize; 3]>,
    seen: BTreeSet<String>,
}

impl Tree {
    fn of(index: &Index) -> Self {
        Self {
            named: index.files.clone(),
            groups: index.status.groups.iter().collect(),
            buckets: BTreeMap::new(),
            shapes: BTreeMap::new(),
            seen: BTreeSet::new(),
        }
    }

    fn see(&mut self, path: &str, file: &[u8]) {
        let name = FileDigest::of_sha256(&digest(file));
        if self.named.get(path) == Some(&name) {
            self.seen.insert(path.to_owned());
        }
        if path != name.status_file() {
            return;
        }
        if self.groups.contains(&name) {
            if let Ok(group) = serde_json::from_slice::<BucketGroup>(file) {
                self.buckets.insert(name, group.buckets.iter().collect());
            }
        } else if let Ok(bucket) = serde_json::from_slice::<Bucket>(file) {
            let lengths = [&bucket.nonce, &bucket.capsules, &bucket.documents].map(|bytes| bytes.0.len());
            self.shapes.insert(name, lengths);
        }
    }

    fn finish(&self, index: &Index, found: &mut Verified) {
        for path in self.named.keys().filter(|path| !self.seen.contains(*path)) {
            found.faults.push(format!("{path}: bukan yang disebut index.json"));
        }
        let buckets: Vec<FileDigest> = index
            .status
            .groups
            .iter()
            .flat_map(|group| self.buckets.get(&group).cloned().unwrap_or_default())
            .collect();
        found.buckets = buckets.len();
        let (pairs, codes) = (position(index.lookup.pair_buckets), position(index.lookup.code_buckets));
        if buckets.len() != pairs + codes {
            found.faults.push(format!("status/: {} wadah, seharusnya {}", buckets.len(), pairs + codes));
        }
        let (pairs, codes) = buckets.split_at(pairs.min(buckets.len()));
        for kind in [pairs, codes] {
            let shapes: BTreeSet<_> = kind.iter().map(|name| self.shapes.get(name)).collect();
            if shapes.len() > 1 || shapes.contains(&None) {
                found.faults.push("status/: wadah hilang atau tidak sama panjang".to_owned());
            }
        }
        let documents: usize =
            self.shapes.values().map(|[_, _, documents]| documents / Bucket::DOCUMENT).sum();
        found.places = documents.checked_div(self.shapes.len()).unwrap_or(0);
    }
}

fn position(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
