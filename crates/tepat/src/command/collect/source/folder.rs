//! Envelopes in a folder, or one of them as a file.

use super::found::{Found, Source, Unreached, is_of_envelope};
use office::fault::{During, Fault, Result};
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
        // Whoever names a link means what it leads to.
        let about = fs::metadata(path).during(format_args!("membaca {}", path.display()))?;
        if about.is_file() {
            return Ok((vec![file(path, &about)], Vec::new()));
        }
        if !about.is_dir() {
            return Err(no_file(path));
        }
        let reading = || format!("membaca {}", path.display());
        let (mut found, mut unreached) = (Vec::new(), Vec::new());
        // The folder itself must open: without it there is nothing to tell.
        for entry in fs::read_dir(path).during(reading())? {
            look_at(&entry.during(reading())?.path(), &mut found, &mut unreached);
        }
        Ok((found, unreached))
    }

    fn fetch(&self, some: &[&Found]) -> Vec<Result<Vec<u8>>> {
        some.iter()
            .map(|found| read(Path::new(&found.path)).during(format_args!("membaca {}", found.path)))
            .collect()
    }

    fn remove(&self, some: &[&Found]) -> Result<()> {
        some.iter().try_for_each(|found| match fs::remove_file(&found.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed.during(format_args!("menghapus {}", found.path)),
        })
    }

    fn names_by_digest(&self) -> bool {
        false
    }
}

/// Looks for what is called as envelopes are. What cannot be looked into is named, and the rest goes on; what has gone in the
/// meantime was no envelope yet, or is there under its own name.
fn look_at(path: &Path, found: &mut Vec<Found>, unreached: &mut Vec<Unreached>) {
    match look_into(path, found, unreached) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            let file = path.display().to_string();
            let problem = Err::<(), _>(error).during(format_args!("membaca {file}"));
            unreached.extend(problem.err().map(|problem| Unreached { file, problem }));
        }
        _ => {}
    }
}

/// A link in a folder may lead back into it, and a pipe never ends: what is neither a file nor a folder is named.
fn look_into(path: &Path, found: &mut Vec<Found>, unreached: &mut Vec<Unreached>) -> io::Result<()> {
    let about = fs::symlink_metadata(path)?;
    let is_named = path.file_name().and_then(|name| name.to_str()).is_some_and(is_of_envelope);
    if about.is_dir() {
        for entry in fs::read_dir(path)? {
            look_at(&entry?.path(), found, unreached);
        }
    } else if about.is_file() {
        found.extend(is_named.then(|| file(path, &about)));
    } else if is_named || path.is_dir() {
        unreached.push(Unreached { file: path.display().to_string(), problem: no_file(path) });
    }
    Ok(())
}

fn no_file(path: &Path) -> Fault {
    Fault::new(
        "bukan-berkas",
        format!("{} bukan berkas biasa, melainkan tautan, pipa, atau perangkat.", path.display()),
        "Salin berkas atau folder yang dimaksud ke sana, lalu ulangi.",
    )
}

fn file(path: &Path, about: &Metadata) -> Found {
    let path = path.display().to_string();
    let at = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    let at = at.and_then(|at| i64::try_from(at.as_secs()).ok());
    Found { name: path.clone(), path, at, size: Some(about.len()) }
}

/// No more than shows that it is too large.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let enough = u64::try_from(envelope::LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(enough).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    #[test]
    fn what_cannot_be_looked_into_leaves_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a.json", "b.tepat", "notes.doc", ".c.json"] {
            fs::write(at(name), "{}").unwrap();
        }
        fs::create_dir(at("more")).unwrap();
        fs::write(at("more/d.txt"), "{}").unwrap();
        symlink(at("nowhere"), at("e.json")).unwrap();
        symlink(at("f.json"), at("f.json")).unwrap();
        symlink(".", at("again")).unwrap();
        symlink(at("notes.doc"), at("notes")).unwrap();
        let pipe = std::process::Command::new("mkfifo").arg(at("pipe.json")).status().unwrap();
        assert!(pipe.success());
        let _socket = std::os::unix::net::UnixListener::bind(at("socket.json")).unwrap();
        fs::create_dir(at("lost+found")).unwrap();
        fs::set_permissions(at("lost+found"), fs::Permissions::from_mode(0o000)).unwrap();
        // Whoever may read everything finds it empty.
        let is_closed = fs::read_dir(at("lost+found")).is_err();

        let (found, unreached) = Folder(folder.path().to_owned()).list().unwrap();
        let mut names: Vec<&str> = found.iter().map(Found::file).collect();
        names.sort_unstable();
        assert_eq!(names, ["a.json", "b.tepat", "d.txt"]);
        let mut missed: Vec<&str> = unreached.iter().filter_map(|it| it.file.rsplit('/').next()).collect();
        missed.sort_unstable();
        let strange = ["again", "e.json", "f.json", "lost+found", "pipe.json", "socket.json"];
        assert_eq!(
            missed,
            strange.into_iter().filter(|it| is_closed || *it != "lost+found").collect::<Vec<_>>()
        );
        let refused = |name: &str| Folder(at(name)).list().err().map(|fault| fault.code);
        assert_eq!(refused("pipe.json"), Some("bukan-berkas"), "nobody writes into it");
        assert_eq!(Folder(at("again")).list().unwrap().0.len(), 3, "a link that is named is followed");
        assert!(Folder(at("nowhere")).list().is_err(), "a folder that is not there is named at once");
    }
}
