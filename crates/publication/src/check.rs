//! A publication held against the register: what somebody else changed, and what has happened since.

use crate::document::{INDEX, read_signed};
use crate::location::Location;
use crate::make::{families_behind, make};
use crate::published::Published;
use crate::secrets::Derivation;
use crate::sink::{Sink, digest_of, locked};
use office::clock::Moment;
use office::fault::Result;
use office::progress::Progress;
use office::register::digest;
use office::workspace::Workspace;
use seal::SigningPublic;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Mutex;
use wire::{Bucket, BucketGroup, FileDigest, Index, Manifest, Purpose};

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
    let check = Check::begin(place, workspace.signing_keys()?.now.public())?;
    let serial = workspace.register.number("serial")?;
    let figures = make(workspace, serial, now, Derivation::Never, &check, progress)?;
    let (mut drift, index) = check.finish()?;
    drift.underived = figures.derived;
    if !drift.is_none() {
        let there = |number, expected| check.bucket_there(index.as_ref(), number, expected);
        drift.families = families_behind(workspace, there, now, progress)?;
    }
    Ok(drift)
}

/// A sink that keeps nothing: what should lie there is compared with what does.
struct Check {
    published: Published,
    key: SigningPublic,
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
    /// Capsules that cannot be there, because their keys were never derived.
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
    fn begin(place: &Location, key: SigningPublic) -> Result<Self> {
        Ok(Self { published: Published::at(place)?, key, compared: Mutex::default() })
    }

    /// What was found, and the index that lies there, if it is ours.
    fn finish(&self) -> Result<(Drift, Option<Index>)> {
        let batch = std::mem::take(&mut locked(&self.compared).batch);
        self.compare(&batch)?;
        let Compared { mut manifest, mut drift, .. } = std::mem::take(&mut *locked(&self.compared));
        drift.files = manifest.files.len();

        // The manifest names the index that lies there, whose serial is its own.
        let index = self.published.read_one(INDEX)?;
        if let Some(index) = &index {
            manifest.files.insert(INDEX.to_owned(), digest_of(index));
        }
        let index: Option<Index> = index.and_then(|file| read_signed(&self.key, Purpose::Index, &file));
        manifest.serial = index.as_ref().map_or(0, |index| index.serial);
        match self.published.read_one(Manifest::FILE)? {
            None => drift.missing.note(Manifest::FILE),
            Some(named) if read_signed(&self.key, Purpose::Manifest, &named) == Some(manifest.clone()) => {}
            Some(_) => drift.changed.note(Manifest::FILE),
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
        Ok((drift, index))
    }

    /// The bucket that lies at the place of a number, if it is another than the expected one; an empty one where none does.
    fn bucket_there(
        &self,
        index: Option<&Index>,
        number: u32,
        expected: FileDigest,
    ) -> Result<Option<Bucket>> {
        let named = || -> Result<Option<FileDigest>> {
            let Some((group, place)) = index.and_then(|index| index.status.group_of(number)) else {
                return Ok(None);
            };
            Ok(self.document::<BucketGroup>(group)?.and_then(|group| group.buckets.get(place)))
        };
        let Some(named) = named()? else { return Ok(Some(Bucket::default())) };
        let bucket = self.document::<Bucket>(named)?;
        Ok(if named == expected && bucket.is_some() { None } else { Some(bucket.unwrap_or_default()) })
    }

    /// A file of `status/`, if it is there and whole.
    fn document<T: DeserializeOwned>(&self, name: FileDigest) -> Result<Option<T>> {
        let file = self.published.read_one(&name.status_file())?;
        let file = file.filter(|file| FileDigest::of_sha256(&digest(file)) == name);
        Ok(file.and_then(|file| serde_json::from_slice(&file).ok()))
    }

    fn compare(&self, files: &[(String, Vec<u8>)]) -> Result<()> {
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        for ((path, expected), found) in files.iter().zip(self.published.read(&paths)) {
            let found = found?;
            let is_same = match &found {
                Some(found) if path == INDEX => self.says_the_same(found, expected),
                Some(found) => found == expected,
                None => false,
            };
            if is_same {
                continue;
            }
            let drift = &mut locked(&self.compared).drift;
            if found.is_some() { &mut drift.changed } else { &mut drift.missing }.note(path);
        }
        Ok(())
    }

    /// Whether an index says what another does, beside which publication it is of, and of when.
    fn says_the_same(&self, found: &[u8], expected: &[u8]) -> bool {
        let undated = |file: &[u8]| {
            let index: Option<Index> = read_signed(&self.key, Purpose::Index, file);
            let (published_at, fresh_until) = (String::new(), String::new());
            index.map(|index| Index { serial: 0, published_at, fresh_until, ..index })
        };
        undated(found).is_some_and(|found| Some(found) == undated(expected))
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
