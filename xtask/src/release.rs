//! `cargo xtask release DIR`: puts the finished app into the folder that a web server serves.
//!
//! It adds before it points: first the files with hashed names, then the pages that name them. The files of earlier
//! releases stay for [`KEPT_DAYS`] after they were replaced, for whoever still has a page of them open or in a cache. It
//! may be stopped at any moment: visitors then have the release before or the new one, whole, and the next run ends it.

mod build;
mod ledger;
#[cfg(test)]
mod tests;

use crate::step::step;
use anyhow::{Context, Result, ensure};
use build::Build;
use domain::Date;
use ledger::Ledger;
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

/// How long the files of a release stay after another one has taken its place.
const KEPT_DAYS: i64 = 30;

/// What points to the files with hashed names, in the order in which it is replaced. The service worker is the last: who
/// gets the new one then gets the new page.
const POINTERS: [&str; 6] = ["index.html.br", "index.html.gz", "index.html", "sw.js.br", "sw.js.gz", "sw.js"];

/// The name of a file that is not whole yet.
const UNFINISHED: &str = ".release-unfinished";

/// One thing that is done to the folder, wholly or not at all.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// A file of the app is there, with its content of now.
    Put(String),
    /// The ledger says what is there.
    Note(Ledger),
    /// A file that no kept release has is gone.
    Remove(String),
}

/// Releases a finished app into `folder`.
pub(crate) fn run(folder: &Path, app: &Path, date: Option<Date>) -> Result<()> {
    let date = date.map_or_else(today, Ok)?;
    let build = Build::read(app)?;
    let changes = plan(&build, folder, date)?;
    let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
    let put = count(|change| matches!(change, Change::Put(_)));
    let removed = count(|change| matches!(change, Change::Remove(_)));
    step(&format!("releasing {} into {}", build.version, folder.display()), || {
        changes.iter().try_for_each(|change| change.make(app, folder))
    })?;
    eprintln!("  {put} files put, {removed} of releases that ended {KEPT_DAYS} days ago removed");
    Ok(())
}

/// What has to be done to the folder, in this order.
fn plan(build: &Build, folder: &Path, today: Date) -> Result<Vec<Change>> {
    let present = build::hashed_files(folder)?;
    let mut ledger = Ledger::read(folder)?;
    ledger.adopt(&present, today);
    ledger.release(build, build::version(folder).as_deref(), today);

    let mut changes = vec![Change::Note(ledger.clone())];
    let named = build.named.iter().filter(|file| !POINTERS.contains(&file.as_str()));
    let pointers = POINTERS.map(str::to_owned);
    let files = build.hashed.iter().chain(named).chain(&pointers);
    changes.extend(files.filter_map(|file| change_of(file, build, folder)));

    let ended = ledger.prune(today.plus_days(-KEPT_DAYS));
    if ended {
        let kept: BTreeSet<&String> = ledger.files().collect();
        let gone = present.iter().filter(|file| !kept.contains(file)).cloned();
        changes.extend(gone.map(Change::Remove));
        changes.push(Change::Note(ledger));
    }
    Ok(changes)
}

/// What has to be done for the folder to have a file as the build has it.
fn change_of(file: &str, build: &Build, folder: &Path) -> Option<Change> {
    if build.is_same(file, folder) {
        None
    } else if build.has(file) {
        Some(Change::Put(file.to_owned()))
    } else {
        // A compressed copy of the page before would be served in the place of this one.
        folder.join(file).exists().then(|| Change::Remove(file.to_owned()))
    }
}

impl Change {
    fn make(&self, app: &Path, folder: &Path) -> Result<()> {
        match self {
            Self::Put(file) => put(folder, file, &fs::read(app.join(file))?),
            Self::Note(ledger) => put(folder, ledger::NAME, &serde_json::to_vec_pretty(ledger)?),
            Self::Remove(file) => match fs::remove_file(folder.join(file)) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
                _ => Ok(()),
            },
        }
        .with_context(|| format!("{}: {self}", folder.display()))
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Put(file) => write!(f, "could not write {file}"),
            Self::Note(_) => write!(f, "could not write {}", ledger::NAME),
            Self::Remove(file) => write!(f, "could not remove {file}"),
        }
    }
}

/// Writes a file beside its place, and moves it there when it is whole and on the disk.
fn put(folder: &Path, file: &str, content: &[u8]) -> Result<()> {
    let (place, unfinished) = (folder.join(file), folder.join(UNFINISHED));
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&unfinished, content)?;
    fs::File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, &place)?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "forbidden for wasm; this never runs there")]
fn today() -> Result<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?.as_secs();
    let epoch = Date::new(1970, 1, 1)?;
    let today = epoch.plus_days(i64::try_from(seconds / 86_400)?);
    ensure!(today > epoch, "the clock is before 1970");
    Ok(today)
}
