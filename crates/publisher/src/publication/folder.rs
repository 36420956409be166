//! Putting a publication in the place of the one before, in one step.

use crate::fault::{During, Fault, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes the files beside `out` and swaps the two folders. A reader sees the old publication whole, then the new one
/// whole; a run that is cut short leaves the old one as it was.
pub(crate) fn swap_in(files: &[(String, Vec<u8>)], out: &Path) -> Result<()> {
    let out = std::path::absolute(out).during("mencari folder terbitan")?;
    let (fresh, previous) = (beside(&out, ".new")?, beside(&out, ".old")?);
    guard(&out)?;
    remove(&fresh).during("membersihkan sisa terbitan")?;
    write_all(files, &fresh).during(format_args!("menulis {}", fresh.display()))?;
    if out.exists() {
        // RENAME_EXCHANGE: both names change hands in one system call.
        renameat_with(CWD, &fresh, CWD, &out, RenameFlags::EXCHANGE)
            .map_err(io::Error::from)
            .during(format_args!("menukar {}", out.display()))?;
        // Kept until the next time: a reader may stand in it with one foot.
        remove(&previous).and_then(|()| fs::rename(&fresh, &previous)).during("menyimpan terbitan lama")
    } else {
        fs::rename(&fresh, &out).during(format_args!("menamai {}", out.display()))
    }
}

/// A folder of another kind is never replaced.
fn guard(out: &Path) -> Result<()> {
    let empty = fs::read_dir(out).map(|mut entries| entries.next().is_none()).unwrap_or(true);
    if empty || out.join("index.json").is_file() {
        return Ok(());
    }
    Err(Fault::new(
        "folder-lain",
        format!("{} berisi sesuatu yang bukan terbitan tepat.", out.display()),
        "Pilih folder baru, kosong, atau berisi terbitan sebelumnya: seluruh isinya diganti.",
    ))
}

fn beside(out: &Path, suffix: &str) -> Result<PathBuf> {
    match (out.parent(), out.file_name()) {
        (Some(parent), Some(name)) => {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(suffix);
            Ok(parent.join(hidden))
        }
        _ => Err(Fault::new(
            "folder",
            "Folder itu tidak bisa menjadi tempat terbitan.",
            "Sebut folder di bawah folder lain.",
        )),
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn write_all(files: &[(String, Vec<u8>)], folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (path, bytes) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = File::create(&path)?;
        file.write_all(bytes)?;
    }
    // One flush for all: the swap must not reach the disk before the files.
    rustix::fs::syncfs(File::open(folder)?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<(String, Vec<u8>)> {
        vec![("index.json".into(), text.into()), ("status/0000.json".into(), text.into())]
    }

    #[test]
    fn the_new_stands_where_the_old_stood_and_one_old_one_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("v1");
        for text in ["one", "two", "three"] {
            swap_in(&files(text), &out).unwrap();
            assert_eq!(fs::read_to_string(out.join("status/0000.json")).unwrap(), text);
        }
        let kept = fs::read_to_string(dir.path().join(".v1.old/index.json")).unwrap();
        assert_eq!((kept.as_str(), fs::read_dir(dir.path()).unwrap().count()), ("two", 2));
    }

    #[test]
    fn a_reader_never_sees_half() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("v1");
        swap_in(&files("0"), &out).unwrap();
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for n in 1..200 {
                    swap_in(&files(&n.to_string()), &out).unwrap();
                }
                done.store(true, std::sync::atomic::Ordering::Release);
            });
            while !done.load(std::sync::atomic::Ordering::Acquire) {
                assert!(!fs::read_to_string(out.join("index.json")).unwrap().is_empty());
            }
        });
    }

    #[test]
    fn a_folder_of_another_kind_stays() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.txt"), "years of work").unwrap();
        assert_eq!(swap_in(&files("x"), dir.path()).unwrap_err().code, "folder-lain");
        assert!(dir.path().join("thesis.txt").exists());
    }
}
