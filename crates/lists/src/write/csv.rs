//! CSV as Indonesian spreadsheets open it.

use crate::write::layout::{COLUMNS, rows};
use domain::sixteen::group;
use lists_protocol::List;

/// The bytes of a CSV file: UTF-8 with its mark, semicolons, CRLF. Titles are left out: the first row names the columns.
pub fn csv(list: &List) -> Vec<u8> {
    let mut out = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing into a Vec cannot fail, and every row has as many cells as the first.
    out.write_record(COLUMNS.iter().map(|column| column.name)).ok();
    for row in rows(&list.families) {
        out.write_record(row.iter().map(|cell| spaced(cell))).ok();
    }
    out.into_inner().unwrap_or_default()
}

/// Sixteen digits in groups of four: a spreadsheet that opens the file would take them for a number, and round it.
fn spaced(cell: &str) -> String {
    let is_long = cell.len() == 16 && cell.chars().all(|c| c.is_ascii_digit());
    if is_long { group(cell) } else { cell.to_owned() }
}
