//! Packages of npm, each in a folder of its own in the cache of tools. What is installed with them stands in the lock file in
//! `xtask/npm/<name>/`, with the digest of each.

use crate::{cache::cache, root::root, step::step};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// What `package.json` asks for.
#[derive(Deserialize)]
struct Wanted {
    dependencies: BTreeMap<String, String>,
}

/// The folder whose `node_modules` holds the package, installed at need; `None` without npm.
pub(crate) fn package(shell: &Shell, name: &str) -> Result<Option<PathBuf>> {
    let wanted = root().join("xtask/npm").join(name);
    let lock = shell.read_file(wanted.join("package-lock.json"))?;
    let json: Wanted = serde_json::from_str(&shell.read_file(wanted.join("package.json"))?)?;
    let version =
        json.dependencies.get(name).with_context(|| format!("{name} is not in its package.json"))?;
    let folder = cache(name, version)?;
    let (ready, installed) = (folder.join("node_modules").join(name), folder.join("package-lock.json"));
    if ready.exists() && shell.read_file(&installed).is_ok_and(|there| there == lock) {
        return Ok(Some(folder));
    }
    if cmd!(shell, "npm --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        return Ok(None);
    }
    shell.create_dir(&folder)?;
    step(&format!("installing {name} {version} (npm) into {}", folder.display()), || {
        shell.copy_file(wanted.join("package.json"), &folder)?;
        shell.copy_file(wanted.join("package-lock.json"), &folder)?;
        cmd!(shell, "npm ci --silent --no-audit --no-fund --prefix {folder}")
            .run()
            .with_context(|| format!("npm could not install {name} {version}"))
    })?;
    Ok(Some(folder))
}
