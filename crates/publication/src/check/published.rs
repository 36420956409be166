//! What lies at a place, to be read only.

use crate::location::Location;
use crate::store::RemoteStore;
use office::fault::{During, Result};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files of a folder, or of an object store.
pub(super) enum Published {
    Folder(PathBuf),
    RemoteStore(RemoteStore),
}

impl Published {
    pub(super) fn at(place: &Location) -> Result<Self> {
        Ok(match place {
            Location::Path(path) => Self::Folder(path.clone()),
            Location::Url(url) => Self::RemoteStore(RemoteStore::open(url)?),
        })
    }

    /// The bytes of files; none where there is no such file.
    pub(super) fn read(&self, paths: &[&str]) -> Vec<Result<Option<Vec<u8>>>> {
        let read = |folder: &Path, path: &str| match fs::read(folder.join(path)) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some).during(format_args!("membaca {path}")),
        };
        match self {
            Self::Folder(folder) => paths.iter().map(|path| read(folder, path)).collect(),
            Self::RemoteStore(store) => store.get(paths),
        }
    }

    /// The paths of all files.
    pub(super) fn list(&self) -> Result<Vec<String>> {
        match self {
            Self::Folder(folder) => {
                let mut paths = Vec::new();
                if folder.exists() {
                    search(folder, "", &mut paths).during(format_args!("membaca {}", folder.display()))?;
                }
                Ok(paths)
            }
            Self::RemoteStore(store) => Ok(store.list()?.into_iter().map(|file| file.path).collect()),
        }
    }
}

fn search(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            search(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}
