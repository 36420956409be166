//! A finished app in a folder: its version, and its files.

use crate::finish::UNBUILT;
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use walkdir::WalkDir;

/// A finished app.
pub(super) struct Build {
    folder: PathBuf,
    pub(super) version: String,
    /// Files that bear a digest of their content in their names: they never change.
    pub(super) hashed: BTreeSet<String>,
    /// Files whose names stay when their content changes.
    pub(super) named: BTreeSet<String>,
}

impl Build {
    /// Reads what was built.
    ///
    /// # Errors
    /// When there is no finished app in the folder.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let version =
            version(folder).with_context(|| format!("{}: no app was built here", folder.display()))?;
        ensure!(version != UNBUILT, "{}: a debug build; use cargo xtask build", folder.display());
        let (hashed, named) = files(folder)?.into_iter().partition(|file| is_hashed(file));
        Ok(Self { folder: folder.to_owned(), version, hashed, named })
    }

    /// Whether a file is part of the app.
    pub(super) fn has(&self, file: &str) -> bool {
        self.hashed.contains(file) || self.named.contains(file)
    }

    /// Whether another folder has the file with the same content.
    pub(super) fn is_same(&self, file: &str, folder: &Path) -> bool {
        match (fs::read(self.folder.join(file)), fs::read(folder.join(file))) {
            (Ok(ours), Ok(theirs)) => ours == theirs,
            _ => false,
        }
    }
}

/// The version of the app that the page in a folder starts.
pub(super) fn version(folder: &Path) -> Option<String> {
    let page = fs::read_to_string(folder.join("index.html")).ok()?;
    let (_, rest) = page.split_once("<meta name=\"tepat-build\" content=\"")?;
    rest.split_once('"').map(|(version, _)| version.to_owned())
}

/// The files with hashed names in a folder, which need not be there yet.
pub(super) fn hashed_files(folder: &Path) -> Result<BTreeSet<String>> {
    if !folder.exists() {
        return Ok(BTreeSet::new());
    }
    Ok(files(folder)?.into_iter().filter(|file| is_hashed(file)).collect())
}

fn files(folder: &Path) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let file = entry.path().strip_prefix(folder)?.to_str();
            files.insert(file.context("a file name that is no UTF-8")?.to_owned());
        }
    }
    Ok(files)
}

/// Whether the name holds a digest: `style/main-0123456789abcdef.css.br`.
fn is_hashed(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let digest = stem.rsplit_once('-').map(|(_, digest)| digest);
    digest.is_some_and(|digest| digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
