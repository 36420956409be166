//! The envelopes themselves that are in quarantine: one file each, beside the register that says why.

use office::fault::{During, Result};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// The folder that keeps them.
pub(super) struct Quarantine(pub(super) PathBuf);

impl Quarantine {
    /// Keeps the bytes of an envelope, whole or not at all.
    pub(super) fn keep(&self, file: &str, bytes: &[u8]) -> Result<()> {
        let Self(folder) = self;
        let keep = || {
            fs::create_dir_all(folder)?;
            let mut draft = tempfile::NamedTempFile::new_in(folder)?;
            draft.write_all(bytes)?;
            draft.as_file().sync_all()?;
            draft.persist(folder.join(file)).map_err(|fault| fault.error)?;
            // Where it lay before it may be removed next: its name here must be on the disk too.
            fs::File::open(folder)?.sync_all()
        };
        keep().during("menyimpan amplop di karantina")
    }

    /// The bytes of an envelope; none: they are gone, and the envelope has to come again.
    pub(super) fn read(&self, file: &str) -> Result<Option<Vec<u8>>> {
        match fs::read(self.0.join(file)) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some).during("membaca amplop di karantina"),
        }
    }

    /// Removes every file but these: of envelopes that were taken in, and of runs that were cut short.
    pub(super) fn retain(&self, files: &BTreeSet<String>) -> Result<()> {
        let entries = match fs::read_dir(&self.0) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.during("membaca karantina")?,
        };
        for entry in entries {
            let entry = entry.during("membaca karantina")?;
            if !entry.file_name().to_str().is_some_and(|name| files.contains(name)) {
                fs::remove_file(entry.path()).during("membersihkan karantina")?;
            }
        }
        Ok(())
    }
}
