//! Envelopes in a folder, or one of them as a file.

use super::{Found, Source, Unreached, is_of_envelope};
use crate::fault::{During, Result};
use seal::envelope;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The file itself, or everything below the folder.
pub(super) struct Folder(pub(super) PathBuf);

impl Source for Folder {
    fn list(&self) -> Result<(Vec<Found>, Vec<Unreached>)> {
        let Self(path) = self;
        let about = fs::metadata(path).during(format_args!("membaca {}", path.display()))?;
        let mut found = Vec::new();
        if about.is_dir() {
            search(path, &mut found)?;
        } else {
            found.push(file(path, &about));
        }
        Ok((found, Vec::new()))
    }

    fn fetch(&self, some: &[&Found]) -> Vec<Result<Vec<u8>>> {
        some.iter()
            .map(|found| read(Path::new(&found.path)).during(format_args!("membaca {}", found.path)))
            .collect()
    }

    fn names_by_digest(&self) -> bool {
        false
    }
}

fn search(folder: &Path, found: &mut Vec<Found>) -> Result<()> {
    for entry in fs::read_dir(folder).during(format_args!("membaca {}", folder.display()))? {
        let path = entry.during("membaca kotak masuk")?.path();
        let about = fs::metadata(&path).during(format_args!("membaca {}", path.display()))?;
        if about.is_dir() {
            search(&path, found)?;
        } else if path.file_name().and_then(|name| name.to_str()).is_some_and(is_of_envelope) {
            found.push(file(&path, &about));
        }
    }
    Ok(())
}

fn file(path: &Path, about: &Metadata) -> Found {
    let path = path.display().to_string();
    let at = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    let at = at.and_then(|at| i64::try_from(at.as_secs()).ok());
    Found { name: path.clone(), path, at }
}

/// No more than shows that it is too large.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let enough = u64::try_from(envelope::LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(enough).read_to_end(&mut bytes)?;
    Ok(bytes)
}
