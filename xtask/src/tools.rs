//! Tools of the build: taken from the PATH when their version fits, else installed once for this user in a cache that
//! every clone shares. The found ones are put first on the PATH of the shell.

use crate::{cache::cache, npm, step::step};
use anyhow::{Context, Result, bail};
use std::path::Path;
use xshell::{Shell, cmd};

const TRUNK: &str = "0.21.14"; // 0.22 wants a newer Rust
const CARGO_FUZZ: &str = "0.13.2";

/// Makes sure of the wasm target, trunk, wasm-bindgen and, where npm is there, wasm-opt and esbuild.
pub(crate) fn for_wasm(shell: &Shell) -> Result<()> {
    target(shell)?;
    trunk(shell)?;
    wasm_bindgen(shell)?;
    wasm_opt(shell)?;
    esbuild(shell).map(|_| ())
}

/// Makes sure of what runs the fuzzers, and of the compiler that they need.
pub(crate) fn cargo_fuzz(shell: &Shell) -> Result<()> {
    if cmd!(shell, "cargo +nightly --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        step("adding a nightly Rust, which the fuzzers need", || {
            Ok(cmd!(shell, "rustup toolchain install nightly --profile minimal").run()?)
        })?;
    }
    install(
        shell,
        &Tool {
            name: "cargo-fuzz",
            version: CARGO_FUZZ,
            flags: &["--locked"],
            level: "0",
            usual: "about 1 min",
        },
    )
}

fn target(shell: &Shell) -> Result<()> {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown").exists() {
        return Ok(());
    }
    step("adding the Rust target wasm32-unknown-unknown", || {
        cmd!(shell, "rustup target add wasm32-unknown-unknown")
            .run()
            .context("install Rust with rustup, or add the target wasm32-unknown-unknown to it yourself")
    })
}

fn trunk(shell: &Shell) -> Result<()> {
    if version(shell, "trunk").is_some_and(|version| version.starts_with("0.21.")) {
        return Ok(());
    }
    // Without TLS, which is half of its dependencies: it fetches nothing here. It only calls others and copies files.
    let flags = &["--locked", "--no-default-features"];
    install(shell, &Tool { name: "trunk", version: TRUNK, flags, level: "0", usual: "about 4 min" })
}

/// wasm-bindgen's command must be of exactly the version of the library. The test runner comes with it.
fn wasm_bindgen(shell: &Shell) -> Result<()> {
    let package = cmd!(shell, "cargo pkgid wasm-bindgen").quiet().read()?;
    let wanted = package.rsplit(['@', '#']).next().context("Cargo.lock names no wasm-bindgen")?;
    let runner = cmd!(shell, "wasm-bindgen-test-runner --version").quiet().ignore_stderr().read().is_ok();
    if runner && version(shell, "wasm-bindgen").as_deref() == Some(wanted) {
        return Ok(());
    }
    // Without --locked: its lock file names a crate that was yanked. Without TLS: its test runner speaks with drivers here.
    let flags = &["--no-default-features"];
    install(
        shell,
        &Tool { name: "wasm-bindgen-cli", version: wanted, flags, level: "1", usual: "about 2 min" },
    )
}

/// Looks for a wasm-opt that is new enough; installs one where npm is there. `false`: the app is built without, larger.
pub(crate) fn wasm_opt(shell: &Shell) -> Result<bool> {
    // Older ones (Debian's 108) build without complaint, and the page dies at its start.
    let found = version(shell, "wasm-opt").and_then(|version| version.parse::<u32>().ok());
    if found.is_some_and(|version| version >= 120) {
        return Ok(true);
    }
    let Some(folder) = npm::package(shell, "binaryen")? else {
        eprintln!("· no npm here, so no wasm-opt: the app will be about a tenth larger");
        return Ok(false);
    };
    prepend(shell, &folder.join("node_modules/.bin"))?;
    Ok(true)
}

/// Makes sure of esbuild where npm is there. `false`: scripts are shipped as they are, some KB larger.
pub(crate) fn esbuild(shell: &Shell) -> Result<bool> {
    let Some(folder) = npm::package(shell, "esbuild")? else { return Ok(false) };
    prepend(shell, &folder.join("node_modules/.bin"))?;
    Ok(true)
}

/// The version a tool tells: the first word of its answer that begins with a digit.
fn version(shell: &Shell, tool: &str) -> Option<String> {
    let answer = cmd!(shell, "{tool} --version").quiet().ignore_stderr().read().ok()?;
    answer.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

/// A tool that cargo installs.
struct Tool<'a> {
    name: &'a str,
    version: &'a str,
    flags: &'a [&'a str],
    /// How much the compiler optimises it: what a tool works for a minute is not worth five of the compiler.
    level: &'a str,
    /// How long it takes on a machine with two cores.
    usual: &'a str,
}

fn install(shell: &Shell, tool: &Tool<'_>) -> Result<()> {
    let Tool { name, version, flags, level, usual } = *tool;
    let folder = cache(name, version)?;
    if !folder.join("bin").exists() {
        step(&format!("installing {name} {version} into {} ({usual})", folder.display()), || {
            if binstall(shell, tool, &folder) {
                return Ok(());
            }
            cmd!(shell, "cargo install {name} --version {version} {flags...} --root {folder}")
                .env_remove("CARGO_TARGET_DIR")
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level)
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
                .run()
                .with_context(|| format!("could not install {name} {version}"))
        })?;
    }
    if !folder.join("bin").exists() {
        bail!("{} is empty: remove it and try again", folder.display());
    }
    prepend(shell, &folder.join("bin"))
}

/// Ready-made binaries, where `cargo binstall` is at hand.
fn binstall(shell: &Shell, tool: &Tool<'_>, folder: &Path) -> bool {
    let Tool { name, version, .. } = tool;
    cmd!(shell, "cargo binstall -V").quiet().ignore_stdout().ignore_stderr().run().is_ok()
        && cmd!(shell, "cargo binstall --no-confirm --root {folder} {name}@{version}").run().is_ok()
}

fn prepend(shell: &Shell, folder: &Path) -> Result<()> {
    let path = shell.var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
    shell.set_var("PATH", std::env::join_paths(folders)?);
    Ok(())
}
