//! A publication in a folder, put in the place of the one before in one step.

use super::json;
use super::shelf::{Delivery, Shelf, digest_of, locked};
use crate::fault::{During, Fault, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use wire::Manifest;

/// The folder that is being filled, beside the one that it takes the place of. A reader sees the old publication whole, then
/// the new one whole; a run that is cut short leaves the old one as it was.
pub(crate) struct Folder {
    out: PathBuf,
    fresh: PathBuf,
    previous: PathBuf,
    /// What lies there now: files that did not change are linked, not written.
    before: Manifest,
    now: Mutex<(Manifest, Delivery)>,
}

impl Folder {
    /// Begins a publication in the place of `out`; with `all`, nothing that lies there is taken over.
    pub(crate) fn begin(out: &Path, all: bool) -> Result<Self> {
        let out = std::path::absolute(out).during("mencari folder terbitan")?;
        let (fresh, previous) = (beside(&out, ".new")?, beside(&out, ".old")?);
        guard(&out)?;
        remove(&fresh).during("membersihkan sisa terbitan")?;
        fs::create_dir_all(&fresh).during(format_args!("menulis {}", fresh.display()))?;
        let before =
            fs::read(out.join(Manifest::FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let before = before.filter(|_| !all).unwrap_or_default();
        Ok(Self { out, fresh, previous, before, now: Mutex::default() })
    }

    /// Swaps the two folders.
    pub(crate) fn finish(self) -> Result<Delivery> {
        let (manifest, mut delivery) = locked(&self.now).clone();
        let Self { out, fresh, previous, before, .. } = self;
        delivery.files = manifest.files.len();
        delivery.removed = before.files.keys().filter(|path| !manifest.files.contains_key(*path)).count();
        fs::write(fresh.join(Manifest::FILE), json(&manifest)?).during("menulis daftar berkas")?;
        // One flush for all: the swap must not reach the disk before the files.
        File::open(&fresh)
            .and_then(|folder| Ok(rustix::fs::syncfs(folder)?))
            .during(format_args!("menulis {}", fresh.display()))?;
        if out.exists() {
            // RENAME_EXCHANGE: both names change hands in one system call.
            renameat_with(CWD, &fresh, CWD, &out, RenameFlags::EXCHANGE)
                .map_err(io::Error::from)
                .during(format_args!("menukar {}", out.display()))?;
            // Kept until the next time: a reader may stand in it with one foot.
            remove(&previous)
                .and_then(|()| fs::rename(&fresh, &previous))
                .during("menyimpan terbitan lama")?;
        } else {
            fs::rename(&fresh, &out).during(format_args!("menamai {}", out.display()))?;
        }
        Ok(delivery)
    }

    /// Writes a file, unless it lies there as it is; whether it was written.
    fn write(&self, path: &str, bytes: &[u8], digest: &str) -> io::Result<bool> {
        let (old, new) = (self.out.join(path), self.fresh.join(path));
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder)?;
        }
        // The file itself is asked, not only what was written of it: a disk, or somebody, may have laid hands on it since.
        let is_old = self.before.files.get(path).is_some_and(|before| before == digest)
            && fs::read(&old).is_ok_and(|old| old == bytes);
        if is_old && fs::hard_link(&old, &new).is_ok() {
            return Ok(false);
        }
        fs::write(&new, bytes).map(|()| true)
    }
}

impl Shelf for Folder {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let digest = digest_of(bytes);
        let is_written = self.write(path, bytes, &digest).during(format_args!("menulis {path}"))?;
        let (manifest, delivery) = &mut *locked(&self.now);
        if is_written {
            delivery.note_sent(bytes);
        } else {
            delivery.unchanged += 1;
        }
        manifest.files.insert(path.to_owned(), digest);
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn swap_in(text: &str, out: &Path) -> Result<Delivery> {
        let folder = Folder::begin(out, false)?;
        for path in ["index.json", "status/0000.json"] {
            folder.put(path, text.as_bytes())?;
        }
        folder.put("areas.json", b"always the same")?;
        folder.finish()
    }

    #[test]
    fn the_new_stands_where_the_old_stood_and_one_old_one_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("v1");
        for text in ["one", "two", "three"] {
            swap_in(text, &out).unwrap();
            assert_eq!(fs::read_to_string(out.join("status/0000.json")).unwrap(), text);
        }
        let kept = fs::read_to_string(dir.path().join(".v1.old/index.json")).unwrap();
        assert_eq!((kept.as_str(), fs::read_dir(dir.path()).unwrap().count()), ("two", 2));
    }

    #[test]
    fn what_did_not_change_is_not_written_again() {
        use std::os::unix::fs::MetadataExt as _;
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("v1");
        let inodes =
            || ["areas.json", "status/0000.json"].map(|path| fs::metadata(out.join(path)).unwrap().ino());
        swap_in("one", &out).unwrap();
        let before = inodes();
        swap_in("two", &out).unwrap();
        assert_eq!(inodes().map(|inode| before.contains(&inode)), [true, false]);
        // A file that was cut off in the meantime is whole again.
        fs::write(out.join("areas.json"), "").unwrap();
        swap_in("two", &out).unwrap();
        assert_eq!(fs::read_to_string(out.join("areas.json")).unwrap(), "always the same");
    }

    #[test]
    fn a_reader_never_sees_half() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("v1");
        swap_in("0", &out).unwrap();
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for n in 1..200 {
                    swap_in(&n.to_string(), &out).unwrap();
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
        assert_eq!(swap_in("x", dir.path()).unwrap_err().code, "folder-lain");
        assert!(dir.path().join("thesis.txt").exists());
    }
}
