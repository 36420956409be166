//! `cargo xtask serve`: from a fresh clone to a page with something to look at.

use crate::{app, root, step::step};
use anyhow::{Context, Result};
use std::{os::unix::process::CommandExt, path::PathBuf, process::Command};
use xshell::{Shell, cmd};

/// Builds what is not built, makes the demo workspace once, and becomes `tepat serve`.
pub(crate) fn run(shell: &Shell, port: u16) -> Result<()> {
    app::build(shell)?;
    let tepat = tepat(shell)?;
    demo(shell, &tepat)?;
    let port = port.to_string();
    let serve = cmd!(shell, "{tepat} -C demo serve --port {port} --app dist");
    Err(Command::from(serve).exec()).context("could not start tepat serve")
}

/// Builds the command `tepat` and tells where it is.
pub(crate) fn tepat(shell: &Shell) -> Result<PathBuf> {
    step("building tepat", || Ok(cmd!(shell, "cargo build --release --locked -p tepat").run()?))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(target.join("release/tepat"))
}

/// Makes the workspace of made-up families, unless it is there.
pub(crate) fn demo(shell: &Shell, tepat: &PathBuf) -> Result<()> {
    if shell.path_exists("demo") {
        return Ok(());
    }
    step("making the demo workspace in demo/", || Ok(cmd!(shell, "{tepat} demo demo").run()?))
}
