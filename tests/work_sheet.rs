//! The work sheet of `tepat review`, as somebody sees it and fills it in.

use crate::office::Office;
use calamine::{Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// Its rows, the header first.
pub type Rows = Vec<Vec<String>>;

/// The column that says which question a row asks.
pub const KEY: usize = 0;
/// The column of the KK number.
pub const KK: usize = 4;
const DECISION: usize = 9;
const NOTE: usize = 10;

/// Has the office write it, and reads it.
pub fn take_out(office: &Office, file: &Path) -> Rows {
    office.tepat(&["review", "out", file.to_str().unwrap()]).answer();
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The sheet with a decision and a note in some rows.
pub fn filled(rows: &Rows, decisions: &[(usize, &str, &str)]) -> Rows {
    let mut rows = rows.clone();
    for (at, decision, note) in decisions {
        rows[*at][DECISION] = (*decision).to_owned();
        rows[*at][NOTE] = (*note).to_owned();
    }
    rows
}

/// Saves it as somebody filled it in.
pub fn save(rows: &Rows, file: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in rows.iter().enumerate() {
        sheet.write_row(u32::try_from(at).unwrap(), 0, row).unwrap();
    }
    book.save(file).unwrap();
}
