//! `tepat collect`: opens the envelopes of the RT and RW.

mod letter;
mod report;
mod take;

use crate::clock::Moment;
use crate::fault::{During, Result};
use crate::output::Output;
use crate::workspace::Workspace;
use letter::Letter;
use report::{Collected, Report};
use seal::envelope;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) fn run(
    workspace: &mut Workspace,
    path: Option<&Path>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let files = files(path.unwrap_or(&workspace.inbox()))?;
    let bar = output.progress("Membuka amplop", files.len());
    let mut collected = Collected { envelopes: Vec::new(), known: 0 };
    let mut letters = Vec::new();
    for path in bar.wrap_iter(files.into_iter()) {
        let bytes = fs::read(&path).during(format_args!("membaca {}", path.display()))?;
        // The digest, not the name: a file that came by flash disk may be called anything.
        let digest = envelope::file_name(&bytes);
        if workspace.register.knows_mail(&digest)? {
            collected.known += 1;
            continue;
        }
        let file = path.display().to_string();
        match Letter::open(workspace, digest, &bytes) {
            Ok(letter) => letters.push((file, letter)),
            Err(fault) => collected.envelopes.push(Report { file, list: None, problem: Some(fault) }),
        }
    }
    // A later edition must not be undone by an earlier one that was found after it.
    letters.sort_by(|(_, a), (_, b)| (&a.office.id, a.list.edition).cmp(&(&b.office.id, b.list.edition)));
    for (file, letter) in letters {
        let list = workspace.register.together(|register| letter.take(register, now))?;
        collected.envelopes.push(Report { file, list: Some(list), problem: None });
    }
    output.answer(&collected, &collected.to_string());
    Ok(())
}

/// The file itself, or every envelope below the folder.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).during(format_args!("membaca {}", path.display()))? {
        let path = entry.during("membaca kotak masuk")?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(is_of_envelope) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// As the drop box, the app, and a phone's share sheet (which passes on plain texts only) name them.
fn is_of_envelope(extension: &OsStr) -> bool {
    ["json", "tepat", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
