//! A folder of papers that takes its place whole.

use crate::fault::{During, Fault, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// By this file a folder of papers is known: no other folder is ever replaced.
const MARK: &str = "bank.csv";

/// The folder that is being filled, beside the one whose place it takes. Names and numbers lie in it: nobody else may look in.
pub(super) struct Folder {
    out: PathBuf,
    fresh: PathBuf,
}

impl Folder {
    /// Begins a folder in the place of `out`.
    pub(super) fn begin(out: &Path) -> Result<Self> {
        let (out, name) = guard(out)?;
        let fresh = out.with_file_name(format!(".{name}.new"));
        remove(&fresh).during("membersihkan sisa undangan")?;
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent).during(format_args!("membuat {}", parent.display()))?;
        }
        DirBuilder::new().mode(0o700).create(&fresh).during(format_args!("membuat {}", fresh.display()))?;
        Ok(Self { out, fresh })
    }

    /// Writes a file.
    pub(super) fn put(&self, path: &str, text: &str) -> Result<()> {
        let file = self.fresh.join(path);
        let write = || {
            file.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(&file, text)
        };
        write().during(format_args!("menulis {path}"))
    }

    /// A file that is written bit by bit.
    pub(super) fn bank(&self) -> Result<File> {
        File::create(self.fresh.join(MARK)).during(format_args!("menulis {MARK}"))
    }

    /// Takes the place.
    pub(super) fn finish(self) -> Result<()> {
        let Self { out, fresh } = self;
        // The name must not reach the disk before the files.
        File::open(&fresh)
            .and_then(|folder| Ok(rustix::fs::syncfs(folder)?))
            .during(format_args!("menulis {}", out.display()))?;
        if out.exists() {
            renameat_with(CWD, &fresh, CWD, &out, RenameFlags::EXCHANGE)
                .map_err(io::Error::from)
                .and_then(|()| remove(&fresh))
                .during(format_args!("menukar {}", out.display()))
        } else {
            fs::rename(&fresh, &out).during(format_args!("menamai {}", out.display()))
        }
    }
}

/// The absolute path and the name of a folder of papers, a new one or one that may be replaced; any other stays.
pub(super) fn guard(out: &Path) -> Result<(PathBuf, String)> {
    let out = std::path::absolute(out).during("mencari folder undangan")?;
    let is_empty = fs::read_dir(&out).map(|mut entries| entries.next().is_none()).unwrap_or(!out.exists());
    match out.file_name().map(|name| name.display().to_string()) {
        Some(name) if is_empty || out.join(MARK).is_file() => Ok((out, name)),
        _ => Err(Fault::new(
            "folder-lain",
            format!("{} berisi sesuatu yang bukan undangan tepat.", out.display()),
            "Pilih folder baru, kosong, atau berisi undangan sebelumnya: seluruh isinya diganti.",
        )),
    }
}

/// An id as the name of a file; two ids never make one name.
pub(super) fn file_name(id: &str) -> String {
    let mut name = String::new();
    for (at, byte) in id.bytes().enumerate() {
        match char::from(byte) {
            c if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || (c == '.' && at > 0) => name.push(c),
            _ => name += &format!("%{byte:02X}"),
        }
    }
    name
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

    fn write(text: &str, out: &Path) -> Result<()> {
        let folder = Folder::begin(out)?;
        folder.bank()?;
        folder.put("31.74.10.1005/002-005.html", text)?;
        folder.finish()
    }

    #[test]
    fn the_new_takes_the_place_of_the_old() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("undangan/1");
        for text in ["one", "two"] {
            // What a run that was cut short left behind.
            fs::create_dir_all(dir.path().join("undangan/.1.new/half")).unwrap();
            write(text, &out).unwrap();
            assert_eq!(fs::read_to_string(out.join("31.74.10.1005/002-005.html")).unwrap(), text);
            assert_eq!(fs::read_dir(dir.path().join("undangan")).unwrap().count(), 1);
        }
    }

    #[test]
    fn a_folder_of_another_kind_stays() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("thesis.txt"), "years of work").unwrap();
        assert_eq!(write("x", dir.path()).unwrap_err().code, "folder-lain");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_id_stays_in_its_folder() {
        for (id, expect) in [
            ("CONTOH-ULJ-1", "CONTOH-ULJ-1"),
            ("sdn.1", "sdn.1"),
            ("../a b", "%2E.%2Fa%20b"),
            ("é", "%C3%A9"),
        ] {
            assert_eq!(file_name(id), expect);
        }
    }
}
