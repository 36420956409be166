//! What ARCHITECTURE.md says of the one place that does a thing is held here: names of libraries, and the folders whose
//! files may say them.

use crate::root::root;
use anyhow::{Result, bail};
use std::path::Path;
use walkdir::WalkDir;

struct Door {
    name: &'static str,
    folders: &'static [&'static str],
    what: &'static str,
}

const DOORS: [Door; 6] = [
    Door {
        name: "web_sys",
        folders: &["crates/ui/src/browser", "crates/worker/src", "crates/lists-worker/src"],
        what: "talks to the browser",
    },
    Door { name: "gloo_net", folders: &["crates/ui/src/api", "crates/field/src/drop_box"], what: "fetches" },
    Door { name: "idb", folders: &["crates/field/src/store"], what: "keeps in IndexedDB" },
    Door { name: "local_storage", folders: &["crates/ui/src/browser"], what: "keeps in localStorage" },
    Door { name: "rusqlite", folders: &["crates/office/src", "tests"], what: "opens the register" },
    // clippy looks at what this computer compiles.
    Door { name: "target_arch", folders: &["crates/seal"], what: "is another program in the browser" },
];

/// Looks through every source of the workspace.
///
/// # Errors
/// Names each file that does what another place is for.
pub(crate) fn check() -> Result<()> {
    let mut found = String::new();
    for folder in ["src", "crates", "tests"] {
        for file in WalkDir::new(root().join(folder)).into_iter().flatten() {
            let path = file.path().strip_prefix(root()).unwrap_or(file.path());
            if path.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(file.path())?;
                for door in passed_by(path, &source) {
                    found.push_str(&format!(
                        "\n{} {}, which {:?} are for",
                        path.display(),
                        door.what,
                        door.folders
                    ));
                }
            }
        }
    }
    if found.is_empty() { Ok(()) } else { bail!("beside the one place that is for it:{found}") }
}

/// The doors that a source passes by.
fn passed_by(path: &Path, source: &str) -> Vec<&'static Door> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let says = |name: &str| {
        code.match_indices(name).any(|(at, _)| {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let (before, after) =
                (code.get(..at).unwrap_or_default(), code.get(at + name.len()..).unwrap_or_default());
            !before.ends_with(is_word) && !after.starts_with(is_word)
        })
    };
    // A folder's own file stands beside it: `store.rs` and `store/`.
    let inside = |folder: &str| path.starts_with(folder) || path == Path::new(folder).with_extension("rs");
    DOORS.iter().filter(|door| says(door.name) && !door.folders.iter().any(|folder| inside(folder))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, source: &str, expect: &[&str]) {
        let names: Vec<&str> = passed_by(Path::new(path), source).iter().map(|door| door.name).collect();
        assert_eq!(names, expect, "{path}: {source}");
    }

    #[test]
    fn each_thing_is_done_in_its_place() {
        check("crates/ui/src/session.rs", "use web_sys::window;", &["web_sys"]);
        check("crates/ui/src/session.rs", "// not web_sys\nuse my_web_sys::x;", &[]);
        check("crates/ui/src/browser.rs", "use web_sys::window;", &[]);
        check("crates/ui/src/browser/file.rs", "use web_sys::window;", &[]);
        check("crates/field/src/store/transaction.rs", "use idb::Database;", &[]);
        check("crates/field/src/page/form.rs", "idb::open(); gloo_net::get()", &["gloo_net", "idb"]);
        check("crates/ui/src/session.rs", "#[cfg(target_arch = \"wasm32\")]", &["target_arch"]);
        check("crates/tepat/src/command/report.rs", "rusqlite::Connection::open(path)", &["rusqlite"]);
    }
}
