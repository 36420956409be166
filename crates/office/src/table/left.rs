//! What of a file was not read: its sender may have meant something by it.

use super::account::{TableAccount, spans};
use crate::fault::Result;
use domain::limits::NOTE;
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
    /// Sheets that their sender has hidden.
    pub hidden_sheets: Vec<String>,
    /// Filled columns without a name.
    pub nameless_columns: Vec<String>,
    /// Rows that hold more beyond the last column that is read.
    pub cut_rows: Vec<String>,
    /// Rows with a cell of which only the beginning was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub long_rows: Vec<String>,
    /// Tables of a kind of which nobody can tell whether rows are hidden or struck out: all were read.
    pub unknown_looks: Vec<String>,
    /// What became of the rows of each table.
    pub accounts: Vec<TableAccount>,
}

/// Columns of which everybody knows what they are, and that nothing here hangs on.
pub(super) const IDLE: &[&str] = &[
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

    /// Adds a column without a name, by the letter that a spreadsheet gives it.
    pub(super) fn add_nameless(&mut self, table: &str, column: usize) {
        self.nameless_columns.push(format!("{table}, kolom {}", letters(column)));
    }

    /// Adds rows that are wider than what is read, and those with a longer cell.
    pub(super) fn add_cut(&mut self, table: &str, wide: &[u32], long: &[u32]) {
        for (lines, rows) in [(wide, &mut self.cut_rows), (long, &mut self.long_rows)] {
            if !lines.is_empty() {
                rows.push(format!("{table}: baris {}", spans(lines.iter().copied())));
            }
        }
    }

    /// Closes the account of the table that was read last, of whose rows of data so many were taken in or are named.
    ///
    /// # Errors
    /// A row was lost.
    pub fn close(&self, handled: usize) -> Result<()> {
        self.accounts.last().map_or(Ok(()), |account| account.check(handled))
    }

    /// Adds what is left of another file.
    pub fn add(&mut self, other: Self) {
        self.add_columns(other.columns);
        for sheet in other.sheets {
            if !self.sheets.contains(&sheet) {
                self.sheets.push(sheet);
            }
        }
        self.hidden_sheets.extend(other.hidden_sheets);
        self.nameless_columns.extend(other.nameless_columns);
        self.cut_rows.extend(other.cut_rows);
        self.long_rows.extend(other.long_rows);
        self.unknown_looks.extend(other.unknown_looks);
        self.accounts.extend(other.accounts);
    }
}

/// As a spreadsheet names its columns: A to Z, then AA.
fn letters(column: usize) -> String {
    let letter = u8::try_from(column % 26).map_or('?', |at| char::from(b'A' + at));
    match column / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
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
        if !self.hidden_sheets.is_empty() {
            let sheets = self.hidden_sheets.join("; ");
            writeln!(f, "  Lembar tersembunyi, tidak dibaca (tampilkan bila memang dikirim): {sheets}")?;
        }
        if !self.nameless_columns.is_empty() {
            writeln!(f, "  Kolom terisi tanpa judul, tidak dibaca: {}", self.nameless_columns.join("; "))?;
        }
        if !self.cut_rows.is_empty() {
            let rows = self.cut_rows.join("; ");
            writeln!(f, "  Terisi juga di sebelah kanan kolom terakhir yang dibaca (256 kolom): {rows}")?;
        }
        if !self.long_rows.is_empty() {
            let rows = self.long_rows.join("; ");
            writeln!(f, "  Sel lebih dari {NOTE} huruf, hanya awalnya yang dibaca: {rows}")?;
        }
        if !self.unknown_looks.is_empty() {
            let tables = self.unknown_looks.join("; ");
            writeln!(
                f,
                "  Baris tersembunyi atau dicoret tidak dapat dibedakan pada jenis berkas ini, semuanya dibaca: {tables}"
            )?;
        }
        self.accounts.iter().filter(|account| !account.is_plain()).try_for_each(|it| writeln!(f, "  {it}"))
    }
}
