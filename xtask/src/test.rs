//! `cargo xtask test`: everything that must hold, from formatting to the stories in a browser.

use crate::{
    app, circles, commands, doors, fuzz, npm, pip, step::step, supply, system, tepat, tools, variant::Variant,
};
use anyhow::{Context, Result};
use std::path::Path;
use xshell::{Cmd, Shell, cmd};

const SCIPY: &str = "1.17.1";
const CRYPTOGRAPHY: &str = "48.0.0";

/// The packages of every native step. Always all of them: with other packages beside it a library is compiled with other
/// features, and so once more.
const ALL: [&str; 2] = ["--workspace", "--locked"];

/// Runs all checks, the quickest first, and stops at the first that fails.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    tools::for_wasm(shell)?;
    system::NODE.require(shell)?;
    check("formatting", cmd!(shell, "cargo fmt --all --check"))?;
    layout(shell)?;
    supply::check(shell)?;
    check("clippy", cmd!(shell, "cargo clippy {ALL...} --all-targets -- -D warnings"))?;
    // All targets are those that `cargo test` runs: the stories are not among them.
    check("clippy of the stories", cmd!(shell, "cargo clippy {ALL...} --test e2e -- -D warnings"))?;
    check("tests", cmd!(shell, "cargo test {ALL...}"))?;
    beside_highs(shell)?;
    check(
        "tests of seal in wasm",
        cmd!(shell, "cargo test -p seal --target wasm32-unknown-unknown --locked")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"),
    )?;
    // `tepat` with the assertions of a debug build, as the tests have compiled it already; the app as it is shipped.
    let tepat = tepat::among(shell, Variant::Quick, &ALL)?;
    let stories = e2e(shell, cmd!(shell, "cargo test {ALL...} --test e2e"), &tepat)?;
    // A story waits for a page, a disk or a server half of its time.
    let threads = std::thread::available_parallelism()?.get() + 1;
    check(
        "stories in the browser",
        stories.args(["--", "--show-output", &format!("--test-threads={threads}")]),
    )
}

/// What ARCHITECTURE.md says of files: none needs a file that needs it, no command another, and each thing is done in its place.
pub(crate) fn layout(shell: &Shell) -> Result<()> {
    step("files without circles", || circles::check(shell))?;
    step("commands that use no other", commands::check)?;
    step("one place for each thing", doors::check)
}

/// What takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Soak {
    /// The long stories, whole.
    Stories,
    /// The fuzzers, ten minutes each.
    Fuzz,
}

/// Tells the long stories from beginning to end, prints what they counted, and lets the fuzzers loose; or one of the two.
pub(crate) fn soak(shell: &Shell, what: Option<Soak>) -> Result<()> {
    if what != Some(Soak::Fuzz) {
        tools::for_wasm(shell)?;
        let tepat = tepat::build(shell, Variant::Release)?;
        let long = e2e(shell, cmd!(shell, "cargo test -p e2e --test e2e"), &tepat)?;
        let long = long.args(["--", "long::", "--nocapture"]);
        check("long stories", long.env("TEPAT_WHOLE", "1"))?;
    }
    if what != Some(Soak::Stories) {
        fuzz::run(shell)?;
    }
    Ok(())
}

/// Gives `cargo` what it needs to tell stories: the things that people use, the finished app, the command, a
/// browser, an object store.
pub(crate) fn e2e<'a>(shell: &'a Shell, cargo: Cmd<'a>, tepat: &Path) -> Result<Cmd<'a>> {
    let node = system::NODE.require(shell)?;
    let chromium = system::CHROMIUM.require(shell)?;
    let chromedriver = system::CHROMEDRIVER.require(shell)?;
    let nginx =
        system::OPENSSL.require(shell).and_then(|openssl| Ok((openssl, system::NGINX.require(shell)?)));
    system::NPM.require(shell)?;
    let axe = npm::package(shell, "axe-core")?.context("npm is needed for axe-core")?;
    let s3rver = npm::package(shell, "s3rver")?.context("npm is needed for s3rver")?;
    let app = app::build(shell, Variant::Release)?;
    let cargo = match pip::python(shell, "cryptography", CRYPTOGRAPHY)? {
        Some(python) => cargo.env("READER_PYTHON", python),
        None => cargo,
    };
    let cargo = match pip::python(shell, "duckdb", pip::DUCKDB)? {
        Some(python) => cargo.env("DUCKDB_PYTHON", python),
        None => cargo,
    };
    let cargo = match nginx {
        Ok((openssl, nginx)) => cargo.env("OPENSSL", openssl).env("NGINX", nginx),
        Err(fault) => {
            eprintln!("! SKIPPED: what nginx answers with deploy/nginx.conf. {fault}");
            cargo
        }
    };
    Ok(cargo
        .env("TEPAT_APP", app)
        .env("TEPAT_BIN", tepat)
        .env("CHROMIUM", chromium)
        .env("CHROMEDRIVER", chromedriver)
        .env("AXE", axe.join("node_modules/axe-core/axe.min.js"))
        .env("XTASK", std::env::current_exe()?)
        .env("NODE", node)
        .env("S3RVER", s3rver.join("node_modules/s3rver/bin/s3rver.js")))
}

/// The solver of `tepat allocate` beside that of scipy.
fn beside_highs(shell: &Shell) -> Result<()> {
    let Some(python) = pip::python(shell, "scipy", SCIPY)? else {
        eprintln!(
            "! SKIPPED: the plans of `flow` beside those of HiGHS, which needs python3 with venv and pip"
        );
        return Ok(());
    };
    let tests = cmd!(shell, "cargo test {ALL...} --test highs -- --ignored");
    check("plans beside those of HiGHS", tests.env("PYTHON", python))
}

fn check(what: &str, command: Cmd<'_>) -> Result<()> {
    step(what, || command.run().with_context(|| format!("{what}: failed")))
}
