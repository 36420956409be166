//! What lies at a place, to be read only.

use crate::location::Location;
use crate::store::RemoteStore;
use office::fault::{During, Fault, Result};
use reqwest::blocking::Client;
use reqwest::{StatusCode, Url};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files of a folder, of an object store, or of a web server, which does not say what it has.
pub(crate) enum Published {
    Folder(PathBuf),
    RemoteStore(RemoteStore),
    Web(Client, Url),
}

impl Published {
    /// What lies at a place.
    pub(crate) fn at(place: &Location) -> Result<Self> {
        Ok(match place {
            Location::Path(path) => Self::Folder(path.clone()),
            Location::Url(url) if matches!(url.scheme(), "http" | "https") => {
                let mut folder = url.clone();
                if !folder.path().ends_with('/') {
                    folder.set_path(&format!("{}/", url.path()));
                }
                Self::Web(Client::new(), folder)
            }
            Location::Url(url) => Self::RemoteStore(RemoteStore::open(url)?),
        })
    }

    /// The bytes of files; none where there is no such file.
    pub(crate) fn read(&self, paths: &[&str]) -> Vec<Result<Option<Vec<u8>>>> {
        let read = |folder: &Path, path: &str| match fs::read(folder.join(path)) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(Some).during(format_args!("membaca {path}")),
        };
        match self {
            Self::Folder(folder) => paths.iter().map(|path| read(folder, path)).collect(),
            Self::RemoteStore(store) => store.get(paths),
            Self::Web(client, folder) => paths.iter().map(|path| fetch(client, folder, path)).collect(),
        }
    }

    /// One file; none where there is no such file.
    pub(crate) fn read_one(&self, path: &str) -> Result<Option<Vec<u8>>> {
        self.read(&[path]).pop().transpose().map(Option::flatten)
    }

    /// The paths of all files; none of a web server.
    pub(crate) fn list(&self) -> Result<Vec<String>> {
        match self {
            Self::Folder(folder) => {
                let mut paths = Vec::new();
                if folder.exists() {
                    search(folder, "", &mut paths).during(format_args!("membaca {}", folder.display()))?;
                }
                Ok(paths)
            }
            Self::RemoteStore(store) => Ok(store.list()?.into_iter().map(|file| file.path).collect()),
            Self::Web(..) => Ok(Vec::new()),
        }
    }
}

fn fetch(client: &Client, folder: &Url, path: &str) -> Result<Option<Vec<u8>>> {
    let failed = |fault: &dyn std::fmt::Display| {
        Fault::new(
            "jaringan",
            format!("Gagal membaca {path}: {fault}."),
            "Periksa alamat dan jaringan, lalu ulangi.",
        )
    };
    let url = folder.join(path).map_err(|fault| failed(&fault))?;
    // The address stays out of the message: it may hold a password.
    let response = client.get(url).send().map_err(|fault| failed(&fault.without_url()))?;
    if response.status() == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    let bytes = response.error_for_status().and_then(|response| response.bytes());
    bytes.map(|bytes| Some(bytes.to_vec())).map_err(|fault| failed(&fault.without_url()))
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
