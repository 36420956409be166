//! What was released into a folder, and until when each was served: `.releases.json` in that folder.

use super::build::Build;
use anyhow::{Context, Result};
use domain::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fs, path::Path};

/// The name of the ledger.
pub(super) const NAME: &str = ".releases.json";

/// The releases whose files are in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Ledger {
    releases: Vec<Release>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Release {
    /// The version; of files that came by another way, `null`.
    version: Option<String>,
    /// The day on which another one took its place.
    ended: Option<Date>,
    files: BTreeSet<String>,
}

impl Ledger {
    /// Reads the ledger of a folder; an empty one where nothing was released yet.
    ///
    /// # Errors
    /// When it cannot be read: without it nobody knows what may go.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let file = folder.join(NAME);
        match fs::read(&file) {
            Ok(text) => serde_json::from_slice(&text).with_context(|| {
                format!("{}: not readable; move it away to keep everything that is there", file.display())
            }),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(e) => Err(e).with_context(|| file.display().to_string()),
        }
    }

    /// Takes files into the ledger that came by another way, as a release that ends today.
    pub(super) fn adopt(&mut self, present: &BTreeSet<String>, today: Date) {
        let known: BTreeSet<&String> = self.files().collect();
        let files: BTreeSet<String> = present.iter().filter(|file| !known.contains(file)).cloned().collect();
        if !files.is_empty() {
            self.releases.push(Release { version: None, ended: Some(today), files });
        }
    }

    /// Writes down that a build is served from now on. What was served until now ends today, whatever a run that was
    /// stopped has written about it.
    pub(super) fn release(&mut self, build: &Build, served: Option<&str>, today: Date) {
        for release in &mut self.releases {
            if release.ended.is_none() || (served.is_some() && release.version.as_deref() == served) {
                release.ended = Some(today);
            }
        }
        self.releases.retain(|release| release.version.as_ref() != Some(&build.version));
        let version = Some(build.version.clone());
        self.releases.push(Release { version, ended: None, files: build.hashed.clone() });
    }

    /// Forgets the releases that ended before a day; tells whether there were any.
    pub(super) fn prune(&mut self, before: Date) -> bool {
        let count = self.releases.len();
        self.releases.retain(|release| release.ended.is_none_or(|ended| ended >= before));
        self.releases.len() < count
    }

    /// The files of all releases.
    pub(super) fn files(&self) -> impl Iterator<Item = &String> {
        self.releases.iter().flat_map(|release| &release.files)
    }
}
