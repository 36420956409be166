//! The app: what is served, built once for each state of its sources.

use crate::{finish::UNBUILT, office_key::OfficeKey, root::root, step::step, tools, variant};
use anyhow::Result;
use std::{
    fs::File,
    path::{Path, PathBuf},
    time::SystemTime,
};
use variant::Variant;
use walkdir::WalkDir;
use xshell::{Shell, cmd};

/// What the app is made from. The command line is not: its changes leave the app as it is.
const SOURCES: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "index.html",
    "src",
    "style",
    "public",
    "data",
    "docs/lookup-phrases.txt",
    "crates/domain",
    "crates/field",
    "crates/ical",
    "crates/kiosk",
    "crates/lists",
    "crates/lists-protocol",
    "crates/lists-worker",
    "crates/phone",
    "crates/qr",
    "crates/seal",
    "crates/ui",
    "crates/wire",
    "crates/words",
    "crates/worker",
    "xtask",
];

/// Builds the app of the demos, unless what is there is newer than every source; tells the folder it stands in.
pub(crate) fn build(shell: &Shell, variant: Variant) -> Result<PathBuf> {
    build_for(shell, variant, &OfficeKey::read(shell, None)?)
}

/// As [`build`], for the office with a key.
pub(crate) fn build_for(shell: &Shell, variant: Variant, key: &OfficeKey) -> Result<PathBuf> {
    let dist = root().join(variant.dist());
    if is_fresh(shell, &dist, key) {
        return Ok(dist);
    }
    tools::for_wasm(shell)?;
    // After this nothing needs the network: --offline keeps trunk from fetching tools of its own choice.
    cmd!(shell, "cargo fetch --locked --quiet").quiet().run()?;
    let usual = match variant {
        Variant::Release => "about 8 min",
        Variant::Quick => "about 4 min at first",
    };
    let began = now();
    step(&format!("building the app ({usual})"), || {
        let folder = variant.dist();
        let (name, file) = key.variable();
        let trunk = cmd!(shell, "trunk build --release --dist {folder} --offline --locked").env(name, file);
        Ok(match variant {
            Variant::Release => trunk,
            Variant::Quick => trunk.env(variant::QUICK, "1"),
        }
        .run()?)
    })?;
    // A source that was changed meanwhile is newer than this.
    File::options().write(true).open(dist.join("index.html"))?.set_modified(began)?;
    Ok(dist)
}

#[expect(clippy::disallowed_methods, reason = "forbidden for wasm; this never runs there")]
fn now() -> SystemTime {
    SystemTime::now()
}

fn is_fresh(shell: &Shell, dist: &Path, key: &OfficeKey) -> bool {
    let built = dist.join("index.html");
    let Some(time) = changed(&built) else { return false };
    let finished =
        shell.read_file(&built).is_ok_and(|html| !html.contains(UNBUILT) && html.contains(&key.meta()));
    finished && SOURCES.iter().filter_map(|source| newest(&root().join(source))).all(|source| source <= time)
}

/// The last change of a file, or of anything in a folder. A folder changes when a file in it goes.
fn newest(path: &Path) -> Option<SystemTime> {
    WalkDir::new(path).into_iter().flatten().filter_map(|entry| changed(entry.path())).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}
