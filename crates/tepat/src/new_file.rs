//! A file that a command writes for people. Somebody may have worked in what lies there: nothing is written over.

use office::fault::{During, Fault, Result};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;

/// Whether nothing lies there yet; asked before the work that the file is to tell of.
pub(crate) fn is_free(path: &Path) -> Result<()> {
    if path.exists() { Err(taken(path)) } else { Ok(()) }
}

/// Writes it: it appears whole or not at all.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let writing = || format!("menulis {}", path.display());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = NamedTempFile::new_in(folder).during(writing())?;
    draft.write_all(bytes).during(writing())?;
    match draft.persist_noclobber(path) {
        Err(fault) if fault.error.kind() == ErrorKind::AlreadyExists => Err(taken(path)),
        other => other.map(drop).map_err(|fault| fault.error).during(writing()),
    }
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
