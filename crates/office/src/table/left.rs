//! What of a file was not read: its sender may have meant something by it.

use domain::reading::plain;
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// Columns, and sheets with the name of their file, that nobody read.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Left {
    /// Columns that nobody read.
    #[serde(rename = "unknown_columns")]
    pub columns: Vec<String>,
    /// Sheets that nobody read.
    #[serde(rename = "unknown_sheets")]
    pub sheets: Vec<String>,
}

/// Columns of which everybody knows what they are, and that nothing here hangs on.
const IDLE: &[&str] = &[
    "no",
    "nomor",
    "no urut",
    "nama",
    "nama kepala keluarga",
    "alamat",
    "rt",
    "rw",
    "rt rw",
    "kelurahan",
    "kecamatan",
    "kota",
    "jam",
    "akhir kk",
    "undangan ke",
    "titik",
    "nama titik",
];

impl Left {
    /// Adds columns by their names, each once, but for those that say nothing that matters.
    pub(super) fn add_columns(&mut self, names: Vec<String>) {
        for name in names {
            if !name.is_empty() && !IDLE.contains(&plain(&name).as_str()) && !self.columns.contains(&name) {
                self.columns.push(name);
            }
        }
    }

    /// Adds what is left of another file.
    pub fn add(&mut self, other: Self) {
        self.add_columns(other.columns);
        for sheet in other.sheets {
            if !self.sheets.contains(&sheet) {
                self.sheets.push(sheet);
            }
        }
    }
}

impl Display for Left {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if !self.columns.is_empty() {
            writeln!(f, "  Kolom yang tidak dibaca: {}", self.columns.join(", "))?;
        }
        if !self.sheets.is_empty() {
            writeln!(f, "  Lembar yang tidak dibaca: {}", self.sheets.join("; "))?;
        }
        Ok(())
    }
}
