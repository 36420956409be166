//! What the app is made of: programs that a page starts, and threads that work beside it.

use crate::root::root;
use anyhow::Result;
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// A program in wasm.
pub(crate) struct Program {
    /// Its binary.
    pub(crate) name: &'static str,
    /// How it is started.
    pub(crate) kind: Kind,
}

/// How a program is started.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By boot.js, and parts of it when they are first needed.
    Parts,
    /// By a page, as a worker.
    Thread,
}

/// All of them.
pub(crate) const PROGRAMS: [Program; 7] = [
    Program { name: "residents", kind: Kind::Parts },
    Program { name: "field", kind: Kind::Parts },
    Program { name: "kiosk", kind: Kind::Parts },
    Program { name: "stretch", kind: Kind::Thread },
    Program { name: "sealing", kind: Kind::Thread },
    Program { name: "reader", kind: Kind::Thread },
    Program { name: "writer", kind: Kind::Thread },
];

/// What is compiled at once: the pages share nearly everything, while of a thread none gets features that only others need.
const TOGETHER: [&[&str]; 3] = [&["residents", "field", "kiosk"], &["worker"], &["lists-worker"]];

/// Compiles all programs, and tells where they are.
pub(crate) fn compile(shell: &Shell, profile: &str) -> Result<PathBuf> {
    let _back = shell.push_dir(root());
    for packages in TOGETHER {
        let packages = packages.iter().flat_map(|package| ["--package", package]);
        let flags = ["--bins", "--target", "wasm32-unknown-unknown", "--profile", profile, "--locked"];
        cmd!(shell, "cargo build {flags...} {packages...}").run()?;
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target.join("wasm32-unknown-unknown").join(folder))
}
