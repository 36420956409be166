//! Bytes to rows of text, whatever the program that wrote them: also for the tables of other offices, whose columns
//! this crate does not know.

mod rounding;
mod text;
mod workbook;

pub use rounding::Rounding;
pub use text::{Rows, Text};

use crate::fault::{MAX_BYTES, MAX_ROWS, SheetFault};
use crate::header;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Columns beyond this one are not read: no list has so many, and a stray cell far out would fill the memory.
const MAX_COLUMNS: usize = 256;

/// One sheet, or one text file.
#[derive(Debug)]
pub struct Table {
    /// The sheet's name, where there are sheets.
    pub sheet: Option<String>,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
}

/// One row, with its number as the spreadsheet shows it.
#[derive(Debug, Default)]
pub struct Row {
    /// From 1; every row has another.
    pub number: u32,
    /// As text; blanks at the end are left out.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a cell, blank where there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The cells that hold something, with their columns.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().map(String::as_str).enumerate().filter(|(_, text)| !text.is_empty())
    }

    /// Sets a cell, as far out as it may be.
    fn set(&mut self, column: usize, text: String) {
        if column >= MAX_COLUMNS || text.is_empty() {
            return;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = text;
        }
    }
}

/// Every sheet of the file; `tell` hears now and then how many rows there are so far.
pub(crate) fn tables(bytes: &[u8], tell: &mut dyn FnMut(usize)) -> Result<Vec<Table>, SheetFault> {
    match bytes {
        _ if bytes.len() > MAX_BYTES => Err(SheetFault::TooLarge),
        _ if bytes.iter().all(u8::is_ascii_whitespace) => Err(SheetFault::Empty),
        _ if is_workbook(bytes) => workbook(bytes, MAX_ROWS, tell),
        _ => {
            // Without a header, what makes the most cells.
            let shows = |rows: &[Row]| {
                let cells: usize = rows.iter().map(|row| row.filled().count()).sum();
                (header::recognised(rows), cells)
            };
            let rows: Vec<Row> = Text::read(bytes, shows)?.rows().take(MAX_ROWS + 1).collect();
            if rows.len() > MAX_ROWS {
                return Err(SheetFault::TooManyRows);
            }
            Ok(vec![Table { sheet: None, rows }])
        }
    }
}

/// Whether it begins as XLSX, ODS or XLS do.
pub fn is_workbook(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3 | 5, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..])
}

/// The sheets of a workbook that its reader sees.
///
/// # Errors
/// [`SheetFault`] if it cannot be opened, or a sheet has more than so many rows.
pub fn workbook(
    bytes: &[u8],
    most_rows: usize,
    tell: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    // The readers of workbooks panic on some broken ones; one bad file must not end the night's import.
    let read = catch_unwind(AssertUnwindSafe(|| workbook::tables(bytes, most_rows, tell)));
    read.unwrap_or(Err(SheetFault::Unreadable))
}
