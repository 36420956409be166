//! No file of a crate may need a file that needs it, however far round: such a pair can only be read, tested and moved
//! together.
//!
//! A file is a module here, with the modules inside it. It needs another when a `use` or a path in its code leads to
//! something that stands there; a name that is only passed on (`pub use`) counts where it was written. What is
//! compiled for tests alone does not count.

pub(crate) mod module;

use crate::circles::module::{Module, read};
use anyhow::{Result, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use xshell::{Shell, cmd};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    src_path: PathBuf,
}

/// Looks through every crate of the workspace.
///
/// # Errors
/// Names each circle: its files, and what leads from one to the next.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let metadata = cmd!(shell, "cargo metadata --no-deps --format-version 1 --locked").quiet().read()?;
    let metadata: Metadata = serde_json::from_str(&metadata)?;
    let mut circles = String::new();
    for package in &metadata.packages {
        for target in &package.targets {
            for circle in circles_of(&read(&target.src_path)?) {
                circles.push_str(&format!("\n{}: {}", package.name, circle.join(" → ")));
            }
        }
    }
    if circles.is_empty() {
        return Ok(());
    }
    bail!("files that need each other; move what both need into a file of its own:{circles}")
}

/// The shortest circle through each file that lies on one, each circle once; the first file again at its end.
fn circles_of(modules: &[Module]) -> Vec<Vec<String>> {
    let edges: BTreeMap<&str, BTreeSet<&str>> =
        modules.iter().map(|module| (module.file.as_str(), module::needed(modules, module))).collect();
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for start in edges.keys() {
        let Some(circle) = shortest_circle(&edges, start) else { continue };
        let files: BTreeSet<&str> = circle.iter().copied().collect();
        if seen.insert(files) {
            circles.push(circle.into_iter().map(str::to_owned).collect());
        }
    }
    circles
}

fn shortest_circle<'a>(edges: &BTreeMap<&'a str, BTreeSet<&'a str>>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut ways: Vec<Vec<&str>> = vec![vec![start]];
    let mut reached = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().copied().unwrap_or(start);
            for next in edges.get(last).into_iter().flatten().copied() {
                let way: Vec<&str> = way.iter().copied().chain([next]).collect();
                if next == start {
                    return Some(way);
                }
                if reached.insert(next) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files by name, the first the root, and the circles that are expected in them.
    fn check(files: &[(&str, &str)], expect: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        for (name, source) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, source).unwrap();
        }
        let modules = read(&folder.path().join(files[0].0)).unwrap();
        let circles: Vec<String> = circles_of(&modules).iter().map(|circle| circle.join(" → ")).collect();
        assert_eq!(circles, expect, "{files:#?}");
    }

    #[test]
    fn two_files_that_use_each_other() {
        let a = "use crate::b::B; pub struct A;";
        let b = "use super::a::A; pub struct B;";
        check(&[("lib.rs", "mod a; mod b;"), ("a.rs", a), ("b.rs", b)], &["a.rs → b.rs → a.rs"]);
    }

    #[test]
    fn a_child_that_uses_its_parent() {
        let a = "mod b; pub struct A(b::B);";
        let b = "use super::A; pub struct B;";
        check(&[("lib.rs", "mod a;"), ("a.rs", a), ("a/b.rs", b)], &["a.rs → a/b.rs → a.rs"]);
    }

    #[test]
    fn a_path_in_the_code_and_in_a_macro() {
        let a = "pub fn a() { crate::b::b() }";
        let b = "pub fn b() { println!(\"{}\", crate::a::a()) }";
        check(&[("lib.rs", "mod a; mod b;"), ("a.rs", a), ("b.rs", b)], &["a.rs → b.rs → a.rs"]);
    }

    #[test]
    fn names_that_are_passed_on_count_where_they_stand() {
        let lib = "mod a; mod b; pub use a::A; pub use b::*;";
        check(&[("lib.rs", lib), ("a.rs", "use crate::B; pub struct A;"), ("b.rs", "pub struct B;")], &[]);
        let b = "use crate::A; pub struct B;";
        let both = [("lib.rs", lib), ("a.rs", "use crate::B; pub struct A;"), ("b.rs", b)];
        check(&both, &["a.rs → b.rs → a.rs"]);
    }

    #[test]
    fn tests_and_modules_inside_a_file_do_not_count() {
        let a = "pub struct A; #[cfg(test)] mod tests { use crate::b::B; }";
        let b = "use crate::a::A; mod inner { use super::B; } pub struct B;";
        check(&[("lib.rs", "mod a; mod b;"), ("a.rs", a), ("b.rs", b)], &[]);
    }
}
