//! The app: what is served, built once for each state of its sources.

use crate::{finish::UNBUILT, root, step::step, tools};
use anyhow::Result;
use std::{path::Path, time::SystemTime};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

/// What the app is made from. The command line is not: its changes leave the app as it is.
const SOURCES: [&str; 15] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "src",
    "style",
    "public",
    "data",
    "crates/domain",
    "crates/seal",
    "crates/lists",
    "crates/lists-worker",
    "crates/wire",
    "crates/worker",
    "xtask",
];

/// Builds the app for release into `dist/`, unless what is there is newer than every source.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    if is_fresh(shell) {
        return Ok(());
    }
    tools::for_wasm(shell)?;
    step("building the app", || {
        // After this trunk needs no network: --offline keeps it from fetching tools of its own choice.
        cmd!(shell, "cargo fetch --locked --quiet").quiet().run()?;
        Ok(cmd!(shell, "trunk build --release --offline --locked").run()?)
    })
}

fn is_fresh(shell: &Shell) -> bool {
    let built = root().join("dist/index.html");
    let Some(time) = changed(&built) else { return false };
    let released = shell.read_file(&built).is_ok_and(|html| !html.contains(UNBUILT));
    released && SOURCES.iter().filter_map(|source| newest(&root().join(source))).all(|source| source <= time)
}

/// The last change of a file, or of anything in a folder. A folder changes when a file in it goes.
fn newest(path: &Path) -> Option<SystemTime> {
    WalkDir::new(path).into_iter().flatten().filter_map(|entry| changed(entry.path())).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}
