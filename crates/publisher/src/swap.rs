//! A folder that takes the place of another one whole.

use crate::fault::{During, Fault, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// What lies in a folder that may be replaced.
pub(crate) struct Kind {
    /// As it stands in a sentence.
    pub(crate) name: &'static str,
    /// The file by which such a folder is known: no other is ever replaced.
    pub(crate) mark: &'static str,
    /// Who may look in.
    pub(crate) mode: u32,
}

/// The folder that is being filled, beside the one whose place it takes. A reader sees the old one whole, then the new one
/// whole; a run that is cut short leaves the old one as it was.
pub(crate) struct Swap {
    /// The place.
    pub(crate) out: PathBuf,
    /// The folder that is being filled.
    pub(crate) fresh: PathBuf,
}

impl Kind {
    /// The absolute path of a folder, a new one or one that may be replaced; any other stays.
    pub(crate) fn guard(&self, out: &Path) -> Result<PathBuf> {
        let out = std::path::absolute(out).during(format_args!("mencari folder {}", self.name))?;
        let is_empty =
            fs::read_dir(&out).map(|mut entries| entries.next().is_none()).unwrap_or(!out.exists());
        if out.file_name().is_some() && (is_empty || out.join(self.mark).is_file()) {
            return Ok(out);
        }
        Err(Fault::new(
            "folder-lain",
            format!("{} berisi sesuatu yang bukan {} tepat.", out.display(), self.name),
            format!(
                "Pilih folder baru, kosong, atau berisi {} sebelumnya: seluruh isinya diganti.",
                self.name
            ),
        ))
    }
}

impl Swap {
    /// Begins an empty folder in the place of `out`.
    pub(crate) fn begin(out: &Path, kind: &Kind) -> Result<Self> {
        let out = kind.guard(out)?;
        let swap = Self { fresh: beside(&out, ".new"), out };
        let fresh = &swap.fresh;
        remove(fresh).during(format_args!("membersihkan sisa {}", kind.name))?;
        fresh
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| DirBuilder::new().mode(kind.mode).create(fresh))
            .during(format_args!("membuat {}", fresh.display()))?;
        Ok(swap)
    }

    /// Takes the place. What was there is kept until the next time, where it is wanted: a reader may stand in it with one foot.
    pub(crate) fn finish(self, keep: bool) -> Result<()> {
        let Self { out, fresh } = self;
        // One flush for all: the name must not reach the disk before the files.
        File::open(&fresh)
            .and_then(|folder| Ok(rustix::fs::syncfs(folder)?))
            .during(format_args!("menulis {}", fresh.display()))?;
        if !out.exists() {
            return fs::rename(&fresh, &out).during(format_args!("menamai {}", out.display()));
        }
        // RENAME_EXCHANGE: both names change hands in one system call.
        renameat_with(CWD, &fresh, CWD, &out, RenameFlags::EXCHANGE)
            .map_err(io::Error::from)
            .during(format_args!("menukar {}", out.display()))?;
        let previous = beside(&out, ".old");
        let put_away = || match keep {
            true => remove(&previous).and_then(|()| fs::rename(&fresh, &previous)),
            false => remove(&fresh),
        };
        put_away().during(format_args!("menyimpan yang lama dari {}", out.display()))
    }
}

/// A hidden name in the same folder.
fn beside(out: &Path, suffix: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(out.file_name().unwrap_or_default());
    name.push(suffix);
    out.with_file_name(name)
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

    const KIND: Kind = Kind { name: "contoh", mark: "mark", mode: 0o700 };

    fn swap_in(text: &str, out: &Path, keep: bool) -> Result<()> {
        let swap = Swap::begin(out, &KIND)?;
        fs::write(swap.fresh.join(KIND.mark), text).unwrap();
        swap.finish(keep)
    }

    #[test]
    fn the_new_stands_where_the_old_stood_and_one_old_one_is_kept() {
        for keep in [true, false] {
            let dir = tempfile::tempdir().unwrap();
            let out = dir.path().join("v1");
            for text in ["one", "two", "three"] {
                // What a run that was cut short left behind.
                fs::create_dir_all(dir.path().join(".v1.new/half")).unwrap();
                swap_in(text, &out, keep).unwrap();
                assert_eq!(fs::read_to_string(out.join(KIND.mark)).unwrap(), text);
            }
            let kept = fs::read_to_string(dir.path().join(".v1.old/mark")).ok();
            assert_eq!(kept.as_deref(), keep.then_some("two"));
            assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1 + usize::from(keep));
        }
    }

    #[test]
    fn a_reader_never_sees_half() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("v1");
        swap_in("0", &out, true).unwrap();
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for n in 1..200 {
                    swap_in(&n.to_string(), &out, true).unwrap();
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
            assert_eq!(swap_in("x", place, false).unwrap_err().code, "folder-lain");
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
