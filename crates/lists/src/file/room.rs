//! How much one workbook may take: a file of some kilobytes can be made to fill any memory.

use crate::table::{MAX_COLUMNS, Row};
use lists_protocol::SheetFault;
use std::mem::size_of;

/// What is left to be read of a workbook, over all its sheets.
#[derive(Debug)]
pub struct Room {
    /// The most rows of one sheet.
    pub(super) rows: usize,
    /// The most bytes of its unpacked parts.
    pub(super) unpacked: u64,
    /// Bytes that its cells may still take.
    left: usize,
}

impl Room {
    /// Room for a workbook with so many rows on a sheet and so many bytes in its unpacked parts. Its cells may take twice as
    /// much: the text of one part can stand in many of them.
    pub fn new(rows: usize, unpacked: u64) -> Self {
        let left = usize::try_from(unpacked.saturating_mul(2)).unwrap_or(usize::MAX);
        Self { rows, unpacked, left }
    }

    /// What a text of so many bytes takes in a column of a row that has so many cells.
    pub(super) fn of(cells: usize, column: usize, text: usize) -> usize {
        let more = column.min(MAX_COLUMNS).saturating_add(1).saturating_sub(cells);
        more.saturating_mul(size_of::<String>()).saturating_add(text)
    }

    /// What a whole row takes.
    pub(super) fn of_row(row: &Row) -> usize {
        row.cells.iter().map(|cell| size_of::<String>() + cell.len()).sum()
    }

    /// Takes room for so many bytes.
    ///
    /// # Errors
    /// [`SheetFault::Unpacked`] if there is none.
    pub(super) fn take_bytes(&mut self, bytes: usize) -> Result<(), SheetFault> {
        self.left = self.left.checked_sub(bytes).ok_or(SheetFault::Unpacked)?;
        Ok(())
    }
}
