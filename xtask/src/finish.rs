//! The last step of a release build: makes the files as small as they get, and names each by its own content, so that
//! hosts and browsers may keep them for ever.

mod style;

use crate::{precompress, step::step, tools, variant::Variant};
use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The version that stands in index.html and sw.js until this step writes the real one.
pub(crate) const UNBUILT: &str = "build-dev";

/// What gets a hashed name; each file only after those that it names itself.
const SHIPPED: [&str; 22] = [
    "fonts/plus-jakarta-sans.woff2",
    "style/main.css",
    "portal_bg.wasm",
    "portal.js",
    "answer_bg.wasm",
    "answer.js",
    "guide_bg.wasm",
    "guide.js",
    "field_bg.wasm",
    "field.js",
    "kiosk_bg.wasm",
    "kiosk.js",
    "worker_bg.wasm",
    "worker.js",
    "worker_loader.js",
    "reader_bg.wasm",
    "reader.js",
    "reader_loader.js",
    "writer_bg.wasm",
    "writer.js",
    "writer_loader.js",
    "boot.js",
];

/// The files of the frame and of the portal, by the beginnings of their names.
const FRAME: [&str; 4] = ["fonts/", "style/", "portal", "boot"];

/// Finishes the build that trunk has staged; leaves debug builds alone.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    if std::env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile != "release") {
        return Ok(());
    }
    let variant = Variant::of_caller();
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("called by trunk only, see Trunk.toml")?;
    shell.change_dir(PathBuf::from(staging));

    if tools::wasm_opt(shell)? {
        step("making the wasm smaller with wasm-opt", || {
            let mut wasm = SHIPPED.iter().filter(|file| file.ends_with(".wasm"));
            wasm.try_for_each(|wasm| optimise(shell, wasm, variant))
        })?;
    }
    style::bundle(shell)?;
    for source in ["index.html", "boot.js", "sw.js"] {
        shell.write_file(source, without_comments(&shell.read_file(source)?))?;
    }
    let shipped = name_by_content(shell)?;
    write_version(shell, &shipped)?;
    step("compressing", || precompress::folder(&shell.current_dir(), variant))
}

fn optimise(shell: &Shell, wasm: &str, variant: Variant) -> Result<()> {
    let level = variant.wasm_opt();
    cmd!(shell, "wasm-opt {level} --strip-producers {wasm} -o {wasm}")
        .quiet()
        .run()
        .context("wasm-opt failed")
}

/// Without indents and lines that hold only a comment: enough for our own sources, which have no others.
fn without_comments(source: &str) -> String {
    let is_comment =
        |line: &str| line.starts_with("//") || (line.starts_with("<!--") && line.ends_with("-->"));
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Renames each shipped file after its content, and writes the new name wherever the old one stood.
fn name_by_content(shell: &Shell) -> Result<Vec<String>> {
    let mut shipped = Vec::new();
    for (done, file) in SHIPPED.iter().enumerate() {
        let renamed = hashed(file, &shell.read_binary_file(file)?)?;
        for user in SHIPPED.iter().skip(done + 1).filter(|user| is_text(user)).chain(&["index.html"]) {
            let text = shell.read_file(user)?;
            shell.write_file(user, text.replace(name(file)?, name(&renamed)?))?;
        }
        shell.copy_file(file, &renamed)?;
        shell.remove_path(file)?;
        shipped.push(renamed);
    }
    Ok(shipped)
}

/// Gives the build its version, and the service worker the list of what it keeps for use without signal.
fn write_version(shell: &Shell, shipped: &[String]) -> Result<()> {
    let html = shell.read_file("index.html")?;
    let version = digest(html.as_bytes());
    shell.write_file("index.html", html.replace(UNBUILT, &version))?;

    // What every visit needs; the other programs are kept once they have been used.
    let kept = ["", "icons/tepat.svg", "manifest.webmanifest"];
    let in_frame = |file: &&str| FRAME.iter().any(|part| file.starts_with(part));
    let (frame, programs): (Vec<&str>, Vec<&str>) = shipped.iter().map(String::as_str).partition(in_frame);
    let list =
        |files: Vec<&str>| files.iter().map(|file| format!("'/{file}'")).collect::<Vec<_>>().join(", ");
    let worker = shell
        .read_file("sw.js")?
        .replace(UNBUILT, &version)
        .replace("'build-files'", &list([kept.as_slice(), &frame].concat()))
        .replace("'build-programs'", &list(programs));
    shell.write_file("sw.js", worker)?;
    Ok(())
}

fn hashed(file: &str, content: &[u8]) -> Result<String> {
    let (stem, extension) = file.rsplit_once('.').context("a shipped file without an extension")?;
    Ok(format!("{stem}-{}.{extension}", digest(content)))
}

fn digest(content: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(content)).chars().take(16).collect()
}

fn is_text(file: &str) -> bool {
    file.ends_with(".js") || file.ends_with(".css")
}

fn name(file: &str) -> Result<&str> {
    Path::new(file).file_name().and_then(|name| name.to_str()).context("a shipped file without a name")
}
