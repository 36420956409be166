//! A publication held against the register: what somebody else changed, and what has happened since.

mod published;

use crate::document::{INDEX, json};
use crate::location::Location;
use crate::make::{families_with, make};
use crate::secrets::Derivation;
use crate::sink::{Sink, digest_of, locked};
use office::clock::Moment;
use office::fault::Result;
use office::progress::Progress;
use office::workspace::Workspace;
use published::Published;
use seal::PublicationSecret;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Mutex;
use wire::{Bucket, Manifest};

/// Makes the publication again without writing it, deriving, or taking a serial, and tells how what lies there differs.
///
/// # Errors
/// The counts of the register do not add up, or what lies there cannot be read.
pub fn check(
    workspace: &Workspace,
    place: &Location,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<Drift> {
    let check = Check::begin(place, workspace.publication_secret())?;
    let serial = workspace.register.number("serial")?;
    let figures = make(workspace, serial, now, Derivation::Never, &check, progress)?;
    let mut drift = Drift { underived: figures.derived, ..check.finish()? };
    if !drift.stale.is_empty() {
        drift.families = families_with(workspace, &drift.stale, now, progress)?;
    }
    Ok(drift)
}

/// A sink that keeps nothing: what should lie there is compared with what does.
struct Check {
    published: Published,
    secret: PublicationSecret,
    compared: Mutex<Compared>,
}

#[derive(Default)]
struct Compared {
    /// What should lie there.
    manifest: Manifest,
    /// Not compared yet.
    batch: Vec<(String, Vec<u8>)>,
    drift: Drift,
}

/// How a publication differs from what the register says. Nothing in it is personal.
#[derive(Debug, Default, Serialize)]
pub struct Drift {
    /// So many files were compared.
    pub files: usize,
    /// Files that are not there.
    pub missing: Paths,
    /// Files with another content.
    pub changed: Paths,
    /// Files that should not be there.
    pub extra: Paths,
    /// Families whose records are not there, or not as they should be.
    pub families: usize,
    /// The ids of those records. A family has one for each of its secrets.
    #[serde(skip)]
    stale: BTreeSet<Vec<u8>>,
    /// Records that cannot be there, because their place and key were never derived.
    pub underived: usize,
}

/// Files by their paths, of which the first are named.
#[derive(Debug, Default, Serialize)]
pub struct Paths {
    pub count: usize,
    pub paths: Vec<String>,
}

/// Files that are compared together.
const FILES: usize = 64;
/// Paths that are named.
const NAMED: usize = 100;

impl Check {
    /// Holds what lies at a place against what will be put.
    fn begin(place: &Location, secret: PublicationSecret) -> Result<Self> {
        Ok(Self { published: Published::at(place)?, secret, compared: Mutex::default() })
    }

    /// What was found.
    fn finish(self) -> Result<Drift> {
        let batch = std::mem::take(&mut locked(&self.compared).batch);
        self.compare(&batch)?;
        let Compared { mut manifest, mut drift, .. } = std::mem::take(&mut *locked(&self.compared));
        drift.files = manifest.files.len();

        // The manifest names the index that lies there, whose serial is its own.
        let [index, named] = [INDEX, Manifest::FILE].map(|path| self.published.read(&[path]).pop());
        if let Some(index) = index.transpose()?.flatten() {
            manifest.files.insert(INDEX.to_owned(), digest_of(&index));
        }
        match named.transpose()?.flatten() {
            None => drift.missing.note(Manifest::FILE),
            Some(named) if named != json(&manifest)? => drift.changed.note(Manifest::FILE),
            Some(_) => {}
        }
        for path in self.published.list()? {
            if path != Manifest::FILE && !manifest.files.contains_key(&path) {
                drift.extra.note(&path);
            }
        }
        for paths in [&mut drift.missing, &mut drift.changed, &mut drift.extra] {
            paths.paths.sort();
            paths.paths.truncate(NAMED);
        }
        Ok(drift)
    }

    fn compare(&self, files: &[(String, Vec<u8>)]) -> Result<()> {
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        for ((path, expected), found) in files.iter().zip(self.published.read(&paths)) {
            let found = found?;
            let is_same = match &found {
                Some(found) if path == INDEX => without_serial(found) == without_serial(expected),
                Some(found) => found == expected,
                None => false,
            };
            if is_same {
                continue;
            }
            let stale = self.stale(expected, found.as_deref());
            let drift = &mut locked(&self.compared).drift;
            drift.stale.extend(stale);
            if found.is_some() { &mut drift.changed } else { &mut drift.missing }.note(path);
        }
        Ok(())
    }

    /// The records of families in a bucket that are not there as they should be. Decoys are nobody's.
    fn stale(&self, expected: &[u8], found: Option<&[u8]>) -> Vec<Vec<u8>> {
        let read = |bytes: &[u8]| serde_json::from_slice::<Bucket>(bytes).ok();
        let Some(expected) = read(expected) else { return Vec::new() };
        let there = found.and_then(read).map(|bucket| bucket.records).unwrap_or_default();
        let number = expected.records.first().map_or(0, |record| leading(&record.id.0, expected.bits));
        let decoys: BTreeSet<Vec<u8>> = (0..)
            .take(expected.records.len())
            .map(|n| self.secret.decoy(number, expected.bits, n, 0).id.0)
            .collect();
        let records = expected.records.into_iter().filter(|record| !there.contains(record));
        records.map(|record| record.id.0).filter(|id| !decoys.contains(id)).collect()
    }
}

impl Sink for Check {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let mut compared = locked(&self.compared);
        compared.manifest.files.insert(path.to_owned(), digest_of(bytes));
        compared.batch.push((path.to_owned(), bytes.to_vec()));
        if compared.batch.len() < FILES {
            return Ok(());
        }
        let batch = std::mem::take(&mut compared.batch);
        drop(compared);
        self.compare(&batch)
    }
}

impl Drift {
    /// Whether the publication is what the register says.
    pub fn is_none(&self) -> bool {
        self.missing.count + self.changed.count + self.extra.count + self.underived == 0
    }
}

impl Paths {
    fn note(&mut self, path: &str) {
        self.count += 1;
        self.paths.push(path.to_owned());
    }
}

/// The leading bits of an id: the number of its bucket.
fn leading(id: &[u8], bits: u8) -> u32 {
    let first = id.first_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes));
    first.checked_shr(32 - u32::from(bits)).unwrap_or(0)
}

/// What an index says beside which publication it is of, and of when.
fn without_serial(index: &[u8]) -> Option<Value> {
    let mut index: Value = serde_json::from_slice(index).ok()?;
    let fields = index.as_object_mut()?;
    fields.remove("serial");
    fields.remove("published_at");
    Some(index)
}
