//! From what the compiler makes to what a browser loads: `wasm-bindgen`, and before it the splitter for the programs of
//! pages, which are loaded in parts.

use super::program::{Kind, Program};
use anyhow::{Context, Result, anyhow, ensure};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use wasm_split_cli_support::{Options, transform};
use xshell::{Shell, cmd};

/// What was made of a program, all in the folder of the shell.
pub(crate) struct Bound {
    /// The program.
    pub(crate) program: &'static Program,
    /// Its parts, and the files of each.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
}

impl Bound {
    /// Everything that is shipped of it, each file only after those that it names itself.
    pub(crate) fn files(&self) -> Vec<String> {
        let parts: BTreeSet<&String> = self.parts.values().flatten().collect();
        parts.into_iter().cloned().chain(own(self.program)).collect()
    }

    /// What the page names, and the files of it: `residents`, `residents-answer`. The first file is what starts it.
    pub(crate) fn named(&self) -> Vec<(String, Vec<String>)> {
        let name = self.program.name;
        let whole = own(self.program).into_iter().rev().collect();
        let parts = self.parts.iter().map(|(part, files)| (format!("{name}-{part}"), files.clone()));
        std::iter::once((name.to_owned(), whole)).chain(parts).collect()
    }
}

/// The files of a program but for its parts, what starts it last.
fn own(program: &Program) -> Vec<String> {
    let name = program.name;
    let loader = (program.kind == Kind::Thread).then(|| format!("{name}_loader.js"));
    [format!("{name}_bg.wasm"), format!("{name}.js")].into_iter().chain(loader).collect()
}

/// The splitter's script, which the program's own script imports.
const LOADER: &str = "__wasm_split.js";

/// Makes script and wasm of a program, `<name>.js` and `<name>_bg.wasm`, and `<name>-<part>.wasm`.
pub(crate) fn bind(shell: &Shell, program: &'static Program, compiled: &Path) -> Result<Bound> {
    let name = program.name;
    let raw = compiled.join(format!("{name}.wasm"));
    let here = shell.current_dir();
    let bindgen = |flags: &[&str], wasm: &Path| {
        cmd!(
            shell,
            "wasm-bindgen --target web --no-typescript {flags...} --out-name {name} --out-dir {here} {wasm}"
        )
        .quiet()
        .run()
        .with_context(|| format!("wasm-bindgen failed on {name}"))
    };
    if program.kind == Kind::Thread {
        bindgen(&[], &raw)?;
        let start = format!("import init from './{name}.js';\nawait init();\n");
        shell.write_file(format!("{name}_loader.js"), start)?;
        return Ok(Bound { program, parts: BTreeMap::new() });
    }
    let folder = shell.create_temp_dir()?;
    let parts = split(name, &raw, folder.path())?;
    // What the parts share with the main one keeps its name.
    bindgen(&["--keep-lld-exports", "--no-demangle"], &folder.path().join("main.wasm"))?;
    let loader = shell.read_file(folder.path().join(LOADER))?;
    let script = shell.current_dir().join(format!("{name}.js"));
    let mut joined = join(&shell.read_file(&script)?, &loader)?;
    for part in parts.values().flatten() {
        let (made, shipped) = (format!("{part}.wasm"), shipped(name, part));
        joined = joined.replace(&format!("./{made}"), &format!("./{shipped}"));
        shell.copy_file(folder.path().join(made), shell.current_dir().join(shipped))?;
    }
    shell.write_file(script, joined)?;
    let named = |files: Vec<String>| files.iter().map(|file| shipped(name, file)).collect();
    Ok(Bound { program, parts: parts.into_iter().map(|(part, files)| (part, named(files))).collect() })
}

/// Takes a program apart; the files of each part, without extension.
fn split(name: &str, raw: &Path, folder: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let wasm = fs::read(raw).with_context(|| format!("{} was not compiled", raw.display()))?;
    let (main, script) = (folder.join("main.wasm"), format!("./{name}.js"));
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &script;
    let made = transform(options).map_err(|fault| anyhow!("could not split {name}: {fault:?}"))?;
    Ok(made.prefetch_map.into_iter().collect())
}

/// The file of a part as it is shipped.
fn shipped(program: &str, part: &str) -> String {
    format!("{program}-{}.wasm", part.strip_prefix("split_").unwrap_or(part))
}

/// Script and loader import each other, so neither could be named by its content: the loader goes into the script.
fn join(script: &str, loader: &str) -> Result<String> {
    let import = |line: &&str| line.starts_with("import ") && line.contains(LOADER);
    // One line and one name for each function that is imported.
    let aliases: Vec<&str> =
        script.lines().filter(import).filter_map(|line| line.split_whitespace().nth(3)).collect();
    ensure!(!aliases.is_empty(), "the script of a split program imports no loader");
    let loader: Vec<&str> = loader.lines().filter(|line| !line.starts_with("import ")).collect();
    let exports: Vec<&str> = loader
        .iter()
        .filter_map(|line| line.strip_prefix("export const "))
        .filter_map(|line| line.split(' ').next())
        .collect();
    // A part that does not arrive is told to the program, which says so: no fault of the page.
    let loader =
        loader.join("\n").replace("export const ", "const ").replace("console.error", "console.info");
    let script: Vec<&str> = script.lines().filter(|line| !import(line)).collect();
    let exports = exports.join(", ");
    let named: String = aliases.iter().map(|alias| format!("const {alias} = {{ {exports} }};\n")).collect();
    Ok(format!("{}\n{loader}\n{named}", script.join("\n")))
}
