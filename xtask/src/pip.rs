//! Packages of PyPI, each in an environment of its own in the cache of tools.

use crate::{cache::cache, step::step};
use anyhow::Result;
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// Of DuckDB, which reads what `tepat list` writes and gives the verdicts of a city beside `tepat`.
pub(crate) const DUCKDB: &str = "2.0.0";

/// A Python that has the package, installed at need; `None` where there is no Python, or no way to the package.
pub(crate) fn python(shell: &Shell, name: &str, version: &str) -> Result<Option<PathBuf>> {
    let folder = cache(name, version)?;
    let (python, ready) = (folder.join("bin/python"), folder.join("ready"));
    if ready.exists() {
        return Ok(Some(python));
    }
    if cmd!(shell, "python3 -c 'import ensurepip, venv'").quiet().ignore_stderr().run().is_err() {
        return Ok(None);
    }
    let installed = step(&format!("installing {name} {version} (pip) into {}", folder.display()), || {
        cmd!(shell, "python3 -m venv {folder}").run()?;
        let pip =
            cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check {name}=={version}");
        Ok(pip.run().is_ok())
    })?;
    if !installed {
        return Ok(None);
    }
    shell.write_file(ready, "")?;
    Ok(Some(python))
}
