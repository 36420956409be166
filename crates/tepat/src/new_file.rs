//! A file that a command writes for people. Somebody may have worked in what lies there: nothing is written over.

use office::fault::{During, Fault, Result};
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Whether nothing lies there yet; asked before the work that the file is to tell of.
pub(crate) fn is_free(path: &Path) -> Result<()> {
    if path.exists() { Err(taken(path)) } else { Ok(()) }
}

/// Writes it: it appears whole or not at all.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = NewFile::create(path)?;
    file.inner().write_all(bytes).during(format_args!("menulis {}", path.display()))?;
    file.keep().map(drop)
}

/// One that is being written; nobody sees it before it is whole.
pub(crate) struct NewFile {
    draft: NamedTempFile,
    path: PathBuf,
}

impl NewFile {
    /// Begins it.
    ///
    /// # Errors
    /// Something lies there already, or its folder cannot be written.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        is_free(path)?;
        let draft = NamedTempFile::new_in(folder(path)).during(format_args!("menulis {}", path.display()))?;
        Ok(Self { draft, path: path.to_owned() })
    }

    /// What is written into.
    pub(crate) fn inner(&mut self) -> &mut File {
        self.draft.as_file_mut()
    }

    /// Where it will lie.
    pub(crate) fn folder(&self) -> &Path {
        folder(&self.path)
    }

    /// Puts it in its place, and says which.
    ///
    /// # Errors
    /// Something lies there meanwhile.
    pub(crate) fn keep(self) -> Result<PathBuf> {
        let Self { draft, path } = self;
        match draft.persist_noclobber(&path) {
            Err(fault) if fault.error.kind() == ErrorKind::AlreadyExists => return Err(taken(&path)),
            other => other.map_err(|fault| fault.error).during(format_args!("menulis {}", path.display()))?,
        };
        Ok(path)
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn taken(path: &Path) -> Fault {
    Fault::new(
        "berkas-sudah-ada",
        format!("{} sudah ada, dan tidak ditimpa.", path.display()),
        "Sebut nama berkas lain.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("titik.csv");
        is_free(&path).unwrap();
        write(&path, b"one").unwrap();
        for again in [is_free(&path), write(&path, b"two")] {
            assert_eq!(again.unwrap_err().code, "berkas-sudah-ada");
        }
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(write(&folder.path().join("none/x"), b"").unwrap_err().code, "berkas");
    }
}
