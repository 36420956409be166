//! A command of `tepat` uses no other: what two of them need is a rule of `office` or a file beside the commands.

use crate::circles::module::{Module, needed, read};
use crate::root::root;
use anyhow::{Result, bail};

/// Looks through every file of the commands.
///
/// # Errors
/// Names each file that needs a file of another command.
pub(crate) fn check() -> Result<()> {
    let found = crossings(&read(&root().join("crates/tepat/src/main.rs"))?);
    if found.is_empty() { Ok(()) } else { bail!("commands that use each other:\n{}", found.join("\n")) }
}

fn crossings(modules: &[Module]) -> Vec<String> {
    let mut found = Vec::new();
    for module in modules {
        let Some(own) = command_of(&module.file) else { continue };
        let foreign = |file: &&str| command_of(file).is_some_and(|other| other != own);
        let others = needed(modules, module).into_iter().filter(foreign);
        found.extend(others.map(|other| format!("{} → {other}", module.file)));
    }
    found
}

/// The command that a file belongs to: `command/invite.rs` and `command/invite/` are of one.
fn command_of(file: &str) -> Option<&str> {
    file.strip_prefix("command/")?.split(['/', '.']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, expect: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("command/b")).unwrap();
        let files = [
            ("main.rs", "mod command; mod shared;"),
            ("shared.rs", "pub fn shared() {}"),
            ("command.rs", "mod a; mod b; fn run() { a::run(); b::run() }"),
            ("command/a.rs", a),
            ("command/b.rs", "mod part; pub fn run() { part::part() }"),
            ("command/b/part.rs", "pub fn part() { crate::shared::shared() }"),
        ];
        for (name, source) in files {
            std::fs::write(folder.path().join(name), source).unwrap();
        }
        assert_eq!(crossings(&read(&folder.path().join("main.rs")).unwrap()), expect, "{a}");
    }

    #[test]
    fn what_commands_share_lies_beside_them() {
        check("pub fn run() { crate::shared::shared() }", &[]);
        check("use super::b; pub fn run() { b::run() }", &["command/a.rs → command/b.rs"]);
        check("pub fn run() { crate::command::b::part::part() }", &["command/a.rs → command/b/part.rs"]);
    }
}
