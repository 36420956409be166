//! The last step of a build: compiles the programs and binds them to the page; for a release it also makes the files as
//! small as they get, and names each by its own content, so that hosts and browsers may keep them for ever.

mod bind;
mod imports;
mod names;
mod program;
mod style;

use crate::{notices, office_key::OfficeKey, precompress, step::step, tools, variant::Variant};
use anyhow::{Context, Result, ensure};
use bind::{Bound, bind};
use program::PROGRAMS;
use rayon::iter::{ParallelBridge, ParallelIterator};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// The version that stands in index.html and sw.js until this step writes the real one.
pub(crate) const UNBUILT: &str = "build-dev";

/// Where index.html names the files of the programs.
const NAMED_HERE: &str = "<meta name=\"tepat-programs\">";

/// Where it names the key that publications are signed with.
const KEY_HERE: &str = "<meta name=\"tepat-office-key\" content=\"\">";

/// What every visit needs beside the program of its page.
const FRAME: [&str; 2] = ["icons/tepat.svg", "manifest.webmanifest"];

/// Finishes the build that trunk has staged.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("called by trunk only, see Trunk.toml")?;
    let is_release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    let variant = Variant::of_caller();
    let profile = if is_release { variant.wasm_profile() } else { "dev" };
    shell.change_dir(PathBuf::from(staging));

    let compiled = step("compiling the programs", || program::compile(shell, profile))?;
    let bound = step("binding them to the page", || {
        PROGRAMS.iter().map(|program| bind(shell, program, &compiled)).collect::<Result<Vec<Bound>>>()
    })?;
    name_programs(shell, &bound)?;
    if is_release { release(shell, &bound, variant) } else { Ok(()) }
}

/// Names in index.html the files of each program and of each part.
fn name_programs(shell: &Shell, bound: &[Bound]) -> Result<()> {
    let metas = bound.iter().flat_map(Bound::named).map(|(name, files)| {
        let files: Vec<String> = files.iter().map(|file| format!("/{file}")).collect();
        format!("<meta name=\"tepat-{name}\" content=\"{}\">", files.join(" "))
    });
    let html = shell.read_file("index.html")?;
    ensure!(html.contains(KEY_HERE), "index.html has no place for the key of the office");
    let html = html
        .replace(NAMED_HERE, &metas.collect::<Vec<_>>().join("\n"))
        .replace(KEY_HERE, &OfficeKey::of_caller(shell)?.meta());
    Ok(shell.write_file("index.html", html)?)
}

fn release(shell: &Shell, bound: &[Bound], variant: Variant) -> Result<()> {
    if tools::wasm_opt(shell)? {
        step("making the wasm smaller with wasm-opt", || {
            let files = bound.iter().flat_map(Bound::files).filter(|file| file.ends_with(".wasm"));
            let files: Vec<(String, Shell)> = files.map(|wasm| (wasm, shell.clone())).collect();
            files.into_iter().par_bridge().try_for_each(|(wasm, shell)| optimise(&shell, &wasm, variant))
        })?;
    }
    for Bound { program, .. } in bound {
        imports::shorten(shell, &format!("{}_bg.wasm", program.name), &format!("{}.js", program.name))?;
    }
    step("notices of those whose work is in it", || notices::write(shell))?;
    style::bundle(shell)?;
    for source in ["index.html", "boot.js", "sw.js"] {
        shell.write_file(source, without_comments(&shell.read_file(source)?))?;
    }
    let programs: Vec<String> = bound.iter().flat_map(Bound::files).collect();
    let minifies = tools::esbuild(shell)?;
    if minifies {
        let mut scripts = programs.iter().filter(|file| file.ends_with(".js"));
        scripts.try_for_each(|script| minify(shell, script, OF_PROGRAMS))?;
        minify(shell, "boot.js", OF_ALL)?;
    }
    // Each file only after those that it names itself.
    let frame = ["fonts/plus-jakarta-sans.woff2", "style/main.css"].map(str::to_owned).to_vec();
    let frame = names::by_content(shell, &frame, &programs)?;
    names::by_content(shell, &programs, &["boot.js".to_owned()])?;
    let boot = names::by_content(shell, &["boot.js".to_owned()], &[])?;
    write_version(shell, &[frame, boot].concat())?;
    if minifies {
        minify(shell, "sw.js", OF_PROGRAMS)?;
    }
    step("compressing", || precompress::folder(&shell.current_dir(), variant))
}

/// What it says of names that it does not know is of no use to anybody, unless it fails.
fn optimise(shell: &Shell, wasm: &str, variant: Variant) -> Result<()> {
    let level = variant.wasm_opt();
    let wasm_opt = cmd!(shell, "wasm-opt {level} --strip-producers {wasm} -o {wasm}");
    let done = wasm_opt.quiet().ignore_status().output()?;
    ensure!(done.status.success(), "wasm-opt failed on {wasm}: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}

/// The words of the oldest browsers that run the app, see boot.js; those that know no waiting at the top of a module know no
/// module in a worker either.
const OF_PROGRAMS: [&str; 2] = ["--target=es2020", "--supported:top-level-await=true"];
/// Those of all browsers that load modules at all: boot.js tells them that they are too old.
const OF_ALL: [&str; 2] = ["--target=es2017", "--supported:dynamic-import=true"];

/// Without blanks and long names: a fifth less of each script once it is compressed.
fn minify(shell: &Shell, script: &str, words: [&str; 2]) -> Result<()> {
    let esbuild = cmd!(
        shell,
        "esbuild --minify {words...} --log-level=error --allow-overwrite --outfile={script} {script}"
    );
    esbuild.quiet().run().with_context(|| format!("esbuild failed on {script}"))
}

/// Without indents and lines that hold only a comment: enough for our own sources, which have no others.
fn without_comments(source: &str) -> String {
    let is_comment =
        |line: &str| line.starts_with("//") || (line.starts_with("<!--") && line.ends_with("-->"));
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Gives the build its version, and the service worker the list of what it keeps for use without signal.
fn write_version(shell: &Shell, frame: &[String]) -> Result<()> {
    let html = shell.read_file("index.html")?;
    let version = names::digest(html.as_bytes());
    shell.write_file("index.html", html.replace(UNBUILT, &version))?;

    let files = FRAME.map(str::to_owned).into_iter().chain(frame.iter().cloned());
    let list = files.map(|file| format!("'/{file}'")).collect::<Vec<_>>().join(", ");
    let worker = shell.read_file("sw.js")?.replace(UNBUILT, &version).replace("'build-files'", &list);
    Ok(shell.write_file("sw.js", worker)?)
}
