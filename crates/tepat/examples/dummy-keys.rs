//! `dummy-keys`: noise in the place of keys, so that tests and benches can publish a city: to derive its keys takes a night.
//!
//! It is no part of what is shipped, and nothing of such a publication can be opened.

use clap::Parser;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::progress::Unseen;
use office::workspace::Workspace;
use serde_json::json;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// As `tepat` takes them.
#[derive(Parser)]
struct Args {
    #[arg(short = 'C')]
    workspace: PathBuf,
    #[arg(long)]
    now: Option<String>,
    /// It answers in JSON in any case.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let Args { workspace, now, .. } = Args::parse();
    let (answer, code) = match fill(&workspace, now.as_deref()) {
        Ok(keys) => (json!({ "keys": keys }), ExitCode::SUCCESS),
        Err(fault) => (json!({ "error": fault }), ExitCode::FAILURE),
    };
    let _ = writeln!(std::io::stdout(), "{answer}");
    code
}

fn fill(workspace: &Path, now: Option<&str>) -> Result<usize> {
    let (now, workspace) = (Moment::now(now)?, Workspace::open(workspace)?);
    let register = &workspace.register;
    if register.get("example")?.is_none() && register.has_derived()? {
        return Err(Fault::new(
            "kunci-sungguhan",
            "Register ini memuat kunci yang sungguh diturunkan; kunci rekaan akan menimpanya.",
            "Ukur dengan ruang kerja lain (`tepat init`).",
        ));
    }
    // From now on the app says on every page that nothing of this is real.
    register.set("example", "1")?;
    publication::fill_with_dummy_keys(&workspace, &now, &Unseen)
}
