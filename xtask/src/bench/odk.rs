//! The page of ODK Web Forms, built as its README says.

use crate::{cache::cache, precompress, root::root, step::step, system, variant::Variant};
use anyhow::Result;
use std::path::PathBuf;
use xshell::{Shell, cmd};

const SOURCES: [&str; 4] = ["package.json", "index.html", "main.js", "cek.xml"];

/// Builds the page in the cache of tools and tells its folder.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    system::NPM.require(shell)?;
    let folder = cache("odk-web-forms", "0.22.0")?;
    shell.create_dir(&folder)?;
    for source in SOURCES {
        shell.copy_file(root().join("xtask/odk").join(source), &folder)?;
    }
    let _inside = shell.push_dir(&folder);
    if !shell.path_exists("node_modules") {
        step("installing ODK Web Forms (npm)", || Ok(cmd!(shell, "npm install --silent").run()?))?;
    }
    step("building the page of ODK Web Forms", || {
        cmd!(shell, "npm run --silent build").quiet().ignore_stdout().run()?;
        precompress::folder(&folder.join("dist"), Variant::Release)
    })?;
    Ok(folder)
}
