//! A folder that takes the place of another one whole.

use crate::staging::{remove, staging_folder};
use office::fault::{During, Fault, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// What lies in a folder that may be replaced.
pub struct Kind {
    /// As it stands in a sentence.
    pub name: &'static str,
    /// The file by which such a folder is known: no other is ever replaced.
    pub mark: &'static str,
    /// Who may look in.
    pub mode: u32,
}

/// The folder that is being filled, on the disk of the one whose place it takes. A reader sees the old one whole, then the
/// new one whole; a run that is cut short leaves the old one as it was.
pub struct Swap {
    /// The place.
    pub out: PathBuf,
    /// The folder that is being filled.
    pub fresh: PathBuf,
}

impl Kind {
    /// The absolute path of a folder, a new one or one that may be replaced; any other stays.
    pub fn guard(&self, out: &Path) -> Result<PathBuf> {
        let out = std::path::absolute(out).during(format_args!("mencari folder {}", self.name))?;
        let is_empty =
            fs::read_dir(&out).map(|mut entries| entries.next().is_none()).unwrap_or(!out.exists());
        if out.file_name().is_some() && (is_empty || out.join(self.mark).is_file()) {
            return Ok(out);
        }
        Err(Fault::new(
            "folder-lain",
            format!("{} berisi sesuatu yang bukan {} tepat.", out.display(), self.name),
            format!("Pilih folder baru, kosong, atau berisi {} sebelumnya.", self.name),
        ))
    }
}

impl Swap {
    /// Begins an empty folder in the place of `out`, beside it.
    pub fn begin(out: &Path, kind: &Kind) -> Result<Self> {
        let out = kind.guard(out)?;
        make_parent(&out)?;
        Self::empty(beside(&out, ".new"), out, kind)
    }

    /// Begins an empty folder in the place of one that a web server shows, out of its sight.
    pub fn begin_staged(out: &Path, kind: &Kind) -> Result<Self> {
        let out = kind.guard(out)?;
        make_parent(&out)?;
        // Where earlier versions made and kept them.
        [".new", ".old"]
            .into_iter()
            .try_for_each(|suffix| remove(&beside(&out, suffix)))
            .during(format_args!("membersihkan sisa {}", kind.name))?;
        let folder =
            staging_folder(&out).during(format_args!("menyiapkan tempat di sebelah {}", out.display()))?;
        Self::empty(folder.join("new"), out, kind)
    }

    fn empty(fresh: PathBuf, out: PathBuf, kind: &Kind) -> Result<Self> {
        remove(&fresh).during(format_args!("membersihkan sisa {}", kind.name))?;
        DirBuilder::new()
            .mode(kind.mode)
            .create(&fresh)
            .during(format_args!("membuat {}", fresh.display()))?;
        Ok(Self { out, fresh })
    }

    /// Takes the place. What was there is kept as `old` beside the fresh one until the next time: readers may have files of
    /// it open.
    pub fn finish(self) -> Result<()> {
        self.flush()?;
        let Self { out, fresh } = self;
        if !out.exists() {
            return fs::rename(&fresh, &out).during(format_args!("menamai {}", out.display()));
        }
        exchange(&fresh, &out)?;
        let previous = fresh.with_file_name("old");
        remove(&previous)
            .and_then(|()| fs::rename(&fresh, &previous))
            .during(format_args!("menyimpan yang lama dari {}", out.display()))
    }

    /// Takes the place. What was there is kept for good, under a name of its own that anybody sees: it tells which.
    pub fn finish_beside(self) -> Result<Option<PathBuf>> {
        self.flush()?;
        let Self { out, fresh } = self;
        // Only an empty folder goes.
        let _ = fs::remove_dir(&out);
        if !out.exists() {
            return fs::rename(&fresh, &out).map(|()| None).during(format_args!("menamai {}", out.display()));
        }
        // The new one waits under the name that the old one gets: a death between the two steps loses neither.
        let kept = rename_free(&fresh, &out).during(format_args!("menamai {}", fresh.display()))?;
        exchange(&kept, &out)?;
        Ok(Some(kept))
    }

    /// One flush for all: the name must not reach the disk before the files.
    fn flush(&self) -> Result<()> {
        File::open(&self.fresh)
            .and_then(|folder| Ok(rustix::fs::syncfs(folder)?))
            .during(format_args!("menulis {}", self.fresh.display()))
    }
}

/// Both names change hands in one system call.
fn exchange(fresh: &Path, out: &Path) -> Result<()> {
    renameat_with(CWD, fresh, CWD, out, RenameFlags::EXCHANGE)
        .map_err(io::Error::from)
        .during(format_args!("menukar {}", out.display()))
}

/// Gives a folder the first free name of `surat-lama-1`, `surat-lama-2`, … beside `surat`.
fn rename_free(folder: &Path, out: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    loop {
        let mut name = out.file_name().unwrap_or_default().to_owned();
        name.push(format!("-lama-{number}"));
        let free = out.with_file_name(name);
        match renameat_with(CWD, folder, CWD, &free, RenameFlags::NOREPLACE) {
            Err(Errno::EXIST) => number += 1,
            other => return other.map(|()| free).map_err(io::Error::from),
        }
    }
}

fn make_parent(out: &Path) -> Result<()> {
    out.parent().map_or(Ok(()), fs::create_dir_all).during(format_args!("membuat {}", out.display()))
}

/// A hidden name in the same folder.
fn beside(out: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(out.file_name().unwrap_or_default());
    name.push(suffix);
    out.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: Kind = Kind { name: "contoh", mark: "mark", mode: 0o700 };

    fn filled(text: &str, out: &Path) -> Result<Swap> {
        let swap = Swap::begin(out, &KIND)?;
        fs::write(swap.fresh.join(KIND.mark), text).unwrap();
        Ok(swap)
    }

    fn swap_in(text: &str, out: &Path) -> Result<()> {
        let swap = Swap::begin_staged(out, &KIND)?;
        fs::write(swap.fresh.join(KIND.mark), text).unwrap();
        swap.finish()
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn said_in(folder: &Path) -> String {
        fs::read_to_string(folder.join(KIND.mark)).unwrap()
    }

    #[test]
    fn the_new_stands_where_the_old_stood_and_one_old_one_is_kept_outside() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("api/v1");
        for text in ["one", "two", "three"] {
            // What a run that was cut short left behind, and what earlier versions left where it is served.
            for left in [".tepat-api-v1/new/half", "api/.v1.new/half", "api/.v1.old/outcome"] {
                fs::create_dir_all(dir.path().join(left)).unwrap();
            }
            swap_in(text, &out).unwrap();
            assert_eq!(said_in(&out), text);
            assert_eq!(names_in(&dir.path().join("api")), ["v1"]);
        }
        assert_eq!(said_in(&dir.path().join(".tepat-api-v1/old")), "two");
        assert_eq!(names_in(&dir.path().join(".tepat-api-v1")), ["old"]);
        assert_eq!(names_in(dir.path()), [".tepat-api-v1", "api"]);
    }

    #[test]
    fn nobody_else_looks_into_the_one_before() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        swap_in("one", &dir.path().join("api/v1")).unwrap();
        let mode = fs::metadata(dir.path().join(".tepat-api-v1")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn where_nothing_can_be_written_above_it_lies_inside() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("api/v1");
        // A file in its place: root is refused nothing else.
        fs::write(dir.path().join(".tepat-api-v1"), "").unwrap();
        for text in ["one", "two"] {
            swap_in(text, &out).unwrap();
        }
        assert_eq!(
            (said_in(&out), names_in(&dir.path().join("api"))),
            ("two".to_owned(), vec![".tepat-v1".to_owned(), "v1".to_owned()])
        );
        assert_eq!(said_in(&dir.path().join("api/.tepat-v1/old")), "one");
        // Once it can, nothing stays inside.
        fs::remove_file(dir.path().join(".tepat-api-v1")).unwrap();
        swap_in("three", &out).unwrap();
        assert_eq!(names_in(&dir.path().join("api")), ["v1"]);
    }

    #[test]
    fn every_old_one_is_kept_beside_the_new() {
        let dir = tempfile::tempdir().unwrap();
        let place = |name: &str| dir.path().join(name);
        fs::create_dir(place("surat")).unwrap();
        for (text, kept) in
            [("one", None), ("two", Some(("surat-lama-1", "one"))), ("three", Some(("surat-lama-2", "two")))]
        {
            let old = filled(text, &place("surat")).unwrap().finish_beside().unwrap();
            assert_eq!(old, kept.map(|(name, _)| place(name)));
            assert_eq!(old.map(|old| said_in(&old)).as_deref(), kept.map(|(_, said)| said));
            assert_eq!(said_in(&place("surat")), text);
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_reader_never_sees_half() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("api/v1");
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
                assert!(!fs::read_to_string(out.join(KIND.mark)).unwrap().is_empty());
            }
        });
    }

    #[test]
    fn a_folder_of_another_kind_stays() {
        let dir = tempfile::tempdir().unwrap();
        let thesis = dir.path().join("thesis.txt");
        fs::write(&thesis, "years of work").unwrap();
        for place in [dir.path(), &thesis, Path::new("/")] {
            assert_eq!(swap_in("x", place).unwrap_err().code, "folder-lain");
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
