//! Bytes to rows of text: also for the tables of other offices, whose columns this crate does not know.

mod format;
mod library;
mod markup;
mod ods_sheet;
mod package;
mod room;
mod rounding;
mod rows;
mod strike;
mod text;
mod value;
mod web_page;
mod workbook;
mod xls_sheet;
mod xlsb_errors;
mod xlsx_sheet;
mod xml_spreadsheet;

pub use room::Room;
pub use rounding::Rounding;
pub use text::{Rows, Text};
pub use workbook::workbook;

use crate::table::{Row, Table};
use format::Format;
use lists_protocol::SheetFault;

/// The largest file that is read, in bytes: a kelurahan's whole list has a tenth of it.
const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The most that is unpacked of one file, in bytes: the longest list has a third of it, and a file made to harm has much more.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;

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
        return workbook(bytes, Room::new(MAX_ROWS, MAX_UNPACKED), report);
    }
    let rows = Text::read_rows(bytes, shows, MAX_ROWS + 1)?;
    if rows.len() > MAX_ROWS {
        return Err(SheetFault::TooManyRows);
    }
    Ok(vec![Table { rows, ..Table::default() }])
}

/// Whether it is for [`workbook`], which reads it or says truly why not: everything but text.
pub fn is_workbook(bytes: &[u8]) -> bool {
    Format::of(bytes) != Format::Text
}
