//! Bytes to rows of text, whatever the program that wrote them.

mod text;
mod workbook;

use crate::fault::{MAX_BYTES, SheetFault};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Columns beyond this one are not read: no list has so many, and a stray cell far out would fill the memory.
const MAX_COLUMNS: usize = 256;

/// One sheet, or one text file.
#[derive(Debug)]
pub(crate) struct Table {
    /// The sheet's name, where there are sheets.
    pub(crate) sheet: Option<String>,
    /// The rows that hold anything.
    pub(crate) rows: Vec<Row>,
}

/// One row, with its number as the spreadsheet shows it.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) number: u32,
    pub(crate) cells: Vec<String>,
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
        // The readers of workbooks panic on some broken ones; one bad file must not end the night's import.
        [b'P', b'K', 3 | 5, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            let read = catch_unwind(AssertUnwindSafe(|| workbook::tables(bytes, tell)));
            read.unwrap_or(Err(SheetFault::Unreadable))
        }
        _ => Ok(vec![text::table(bytes)?]),
    }
}
