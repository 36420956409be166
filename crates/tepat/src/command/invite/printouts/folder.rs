//! A folder of printouts that takes its place whole.

use office::fault::{During, Result};
use publication::swap::{Kind, Swap};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Names and numbers lie in it: nobody else may look in.
pub(super) const KIND: Kind = Kind { name: "undangan", mark: "bank.csv", mode: 0o700 };

/// The folder that is being filled.
pub(super) struct Folder(Swap);

impl Folder {
    /// Begins a folder in the place of `out`.
    pub(super) fn begin(out: &Path) -> Result<Self> {
        Swap::begin(out, &KIND).map(Self)
    }

    /// Writes a file.
    pub(super) fn put(&self, path: &str, text: &str) -> Result<()> {
        let file = self.0.fresh.join(path);
        let write = || {
            file.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(&file, text)
        };
        write().during(format_args!("menulis {path}"))
    }

    /// A file that is written bit by bit.
    pub(super) fn bank(&self) -> Result<File> {
        File::create(self.0.fresh.join(KIND.mark)).during("menulis daftar bank")
    }

    /// Takes the place; where the printouts that lay there are now.
    pub(super) fn finish(self) -> Result<Option<PathBuf>> {
        self.0.finish_beside()
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

#[cfg(test)]
mod tests {
    use super::*;

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
