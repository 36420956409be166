//! What the wasm of a program takes from its script. The binder names it by types and a digest, 300 names that no
//! compression makes shorter: they were a third of a script and every fiftieth byte of the wasm.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};
use xshell::Shell;

/// Gives each a short name, in both files.
pub(crate) fn shorten(shell: &Shell, wasm: &str, script: &str) -> Result<()> {
    let (wasm_after, names) = renamed(&shell.read_binary_file(wasm)?)
        .with_context(|| format!("could not name what {wasm} takes from {script}"))?;
    let mut script_after = shell.read_file(script)?;
    // The longest first: a name may begin another.
    let mut names: Vec<(String, String)> = names.into_iter().collect();
    names.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
    for (long, short) in &names {
        script_after = script_after.replace(long, short);
    }
    shell.write_file(wasm, wasm_after)?;
    Ok(shell.write_file(script, script_after)?)
}

/// The wasm with short names for its imports, and what each was called before.
fn renamed(wasm: &[u8]) -> Result<(Vec<u8>, BTreeMap<String, String>)> {
    let mut module = Module::new();
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(section) = &payload {
            let mut imports = ImportSection::new();
            for import in section.clone().into_imports() {
                let import = import?;
                let ty = RoundtripReencoder.entity_type(import.ty)?;
                let count = names.len();
                let name = match import.name {
                    ours if ours.starts_with("__wb") => {
                        names.entry(ours.to_owned()).or_insert_with(|| short(count)).as_str()
                    }
                    other => other,
                };
                imports.import(import.module, name, ty);
            }
            module.section(&imports);
        } else if let Some((id, range)) = payload.as_section() {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            let data = wasm.get(start..end).context("a section beyond the end")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok((module.finish(), names))
}

/// `a` to `z`, `aa` to `zz`, …
fn short(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        match number / 26 {
            0 => break,
            more => number = more - 1,
        }
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CustomSection, EntityType, TypeSection};

    #[test]
    fn names_are_short_and_none_is_given_twice() {
        let names: std::collections::BTreeSet<String> = (0..20_000).map(short).collect();
        assert_eq!(names.len(), 20_000);
        assert_eq!([0, 25, 26, 701, 702].map(short), ["a", "z", "aa", "zz", "aaa"]);
    }

    #[test]
    fn wasm_and_script_agree_and_all_else_stays() {
        let module = |names: &[&str]| {
            let mut module = Module::new();
            let mut types = TypeSection::new();
            types.ty().function([], []);
            module.section(&types);
            let mut imports = ImportSection::new();
            for name in names {
                imports.import("./field_bg.js", name, EntityType::Function(0));
            }
            module
                .section(&imports)
                .section(&CustomSection { name: "name".into(), data: [1, 2].as_slice().into() });
            module.finish()
        };
        let shell = Shell::new().unwrap();
        let folder = shell.create_temp_dir().unwrap();
        shell.change_dir(folder.path());
        shell.write_file("p.wasm", module(&["__wbg_open_1", "__wbg_open_12", "memory"])).unwrap();
        shell
            .write_file("p.js", "({ __wbg_open_12: go, __wbg_open_1: () => wasm.__wbindgen_malloc() })")
            .unwrap();
        shorten(&shell, "p.wasm", "p.js").unwrap();
        assert_eq!(shell.read_binary_file("p.wasm").unwrap(), module(&["a", "b", "memory"]));
        assert_eq!(shell.read_file("p.js").unwrap(), "({ b: go, a: () => wasm.__wbindgen_malloc() })");
    }
}
