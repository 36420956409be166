//! Bytes to rows of text: also for the tables of other offices, whose columns this crate does not know.

mod library;
mod rounding;
mod text;
mod value;
mod workbook;

pub use rounding::Rounding;
pub use text::{Rows, Text};
pub use workbook::workbook;

use crate::table::{Row, Table};
use lists_protocol::SheetFault;

/// The largest file that is read, in bytes: a kelurahan's whole list has a tenth of it.
const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The most rows that are read of one sheet.
const MAX_ROWS: usize = 100_000;

/// Every sheet of the file. `shows` tells of some rows of a text how much they show, so that its separator is found;
/// `report` is called now and then with the number of rows so far.
pub(crate) fn tables<K: Ord>(
    bytes: &[u8],
    shows: impl Fn(&[Row]) -> K,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetFault::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetFault::Empty);
    }
    if is_workbook(bytes) {
        return workbook(bytes, MAX_ROWS, report);
    }
    let rows: Vec<Row> = Text::read(bytes, shows)?.rows().take(MAX_ROWS + 1).collect();
    if rows.len() > MAX_ROWS {
        return Err(SheetFault::TooManyRows);
    }
    Ok(vec![Table { sheet: None, rows }])
}

/// Whether it begins as XLSX, ODS or XLS do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3 | 5, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..])
}
