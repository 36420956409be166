//! Packages of npm, each in a folder of its own in the cache of tools.

use crate::{cache::cache, step::step};
use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// The folder whose `node_modules` holds the package, installed at need; `None` without npm.
pub(crate) fn package(shell: &Shell, name: &str, version: &str) -> Result<Option<PathBuf>> {
    let folder = cache(&name.replace('/', "-"), version)?;
    if folder.join("node_modules").join(name).exists() {
        return Ok(Some(folder));
    }
    if cmd!(shell, "npm --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        return Ok(None);
    }
    shell.create_dir(&folder)?;
    step(&format!("installing {name} {version} (npm) into {}", folder.display()), || {
        cmd!(shell, "npm install --silent --no-save --no-package-lock --prefix {folder} {name}@{version}")
            .run()
            .with_context(|| format!("npm could not install {name} {version}"))
    })?;
    Ok(Some(folder))
}
