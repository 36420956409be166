//! `cargo xtask serve`: from a fresh clone to a page with something to look at.

use crate::{app, step::step, tepat, variant::Variant};
use anyhow::{Context, Result};
use std::{os::unix::process::CommandExt, path::Path, process::Command};
use xshell::{Shell, cmd};

/// Builds what is not built, makes the demo workspace once, and becomes `tepat serve`.
pub(crate) fn run(shell: &Shell, port: u16) -> Result<()> {
    let app = app::build(shell, Variant::Quick)?;
    let tepat = tepat::build(shell, Variant::Quick)?;
    demo(shell, &tepat)?;
    let port = port.to_string();
    let serve = cmd!(shell, "{tepat} -C demo serve --port {port} --app {app}");
    Err(Command::from(serve).exec()).context("could not start tepat serve")
}

/// Makes the workspace of made-up families, unless it is there.
pub(crate) fn demo(shell: &Shell, tepat: &Path) -> Result<()> {
    if shell.path_exists("demo") {
        return Ok(());
    }
    step("making the demo workspace in demo/", || Ok(cmd!(shell, "{tepat} demo demo").run()?))
}
