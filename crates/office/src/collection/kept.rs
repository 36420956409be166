//! The envelopes that lie in the workspace: in its drop box, and in quarantine.

use crate::fault::{During, Result};
use crate::register::Register;
use crate::workspace::Workspace;
use seal::envelope::{LARGEST_FILE, file_name};
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

/// What became of an envelope so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeState {
    /// Its list is in the register.
    Settled,
    /// Its list waits for a person, or is refused.
    Quarantined,
    /// Nobody has looked at it.
    New,
}

/// An envelope in a file of the workspace.
#[derive(Clone, Debug)]
pub struct KeptEnvelope {
    /// Where.
    pub path: PathBuf,
    /// What the register knows it by.
    pub file: String,
    /// What became of it.
    pub state: EnvelopeState,
}

impl KeptEnvelope {
    /// Every file of drop box and quarantine, in a fixed order.
    pub fn files(workspace: &Workspace) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for folder in [workspace.inbox(), workspace.quarantine()] {
            files_below(&folder, &mut files)?;
        }
        files.sort();
        Ok(files)
    }

    /// The envelope in a file, with its bytes; none: it is larger than an envelope can be.
    pub fn read(register: &Register, path: PathBuf) -> Result<Option<(Self, Vec<u8>)>> {
        let mut bytes = Vec::new();
        let enough = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
        let read = File::open(&path).and_then(|file| file.take(enough).read_to_end(&mut bytes));
        read.during(format_args!("membaca {}", path.display()))?;
        if bytes.len() > LARGEST_FILE {
            return Ok(None);
        }
        let file = file_name(&bytes);
        let state = if register.is_quarantined(&file)? {
            EnvelopeState::Quarantined
        } else if register.knows_mail(&file)? {
            EnvelopeState::Settled
        } else {
            EnvelopeState::New
        };
        Ok(Some((Self { path, file, state }, bytes)))
    }
}

/// Removes a file; what is gone already is gone.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed.during(format_args!("menghapus {}", path.display())),
    }
}

/// What is neither a file nor a folder is no envelope; nor is a draft of a host.
fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let doing = || format!("membaca {}", folder.display());
    let entries = match fs::read_dir(folder) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.during(doing())?,
    };
    for entry in entries {
        let entry = entry.during(doing())?;
        let kind = entry.file_type().during(doing())?;
        if kind.is_dir() {
            files_below(&entry.path(), files)?;
        } else if kind.is_file() && !entry.file_name().as_encoded_bytes().starts_with(b".") {
            files.push(entry.path());
        }
    }
    Ok(())
}
