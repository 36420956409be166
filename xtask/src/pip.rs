//! Packages of PyPI, each in an environment of its own in the cache of tools.

use crate::{step::step, tools};
use anyhow::{Context, Result};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// A Python that has the package, installed at need; `None` without Python.
pub(crate) fn python(shell: &Shell, name: &str, version: &str) -> Result<Option<PathBuf>> {
    let folder = tools::cache(name, version)?;
    let (python, ready) = (folder.join("bin/python"), folder.join("ready"));
    if ready.exists() {
        return Ok(Some(python));
    }
    if cmd!(shell, "python3 -c 'import ensurepip, venv'").quiet().ignore_stderr().run().is_err() {
        return Ok(None);
    }
    step(&format!("installing {name} {version} (pip) into {}", folder.display()), || {
        cmd!(shell, "python3 -m venv {folder}").run()?;
        cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check {name}=={version}")
            .run()
            .with_context(|| format!("pip could not install {name} {version}"))
    })?;
    shell.write_file(ready, "")?;
    Ok(Some(python))
}
