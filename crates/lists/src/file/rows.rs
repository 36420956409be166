//! Rows as they grow, cell by cell in reading order.

use crate::file::room::Room;
use crate::progress;
use crate::table::{Look, Row};
use lists_protocol::SheetFault;

/// The rows of one sheet that hold anything.
pub(super) struct Rows<'a> {
    rows: Vec<Row>,
    room: &'a mut Room,
    report: &'a mut dyn FnMut(usize),
}

impl<'a> Rows<'a> {
    /// No rows. `report` is called now and then with the number of rows so far.
    pub(super) fn new(room: &'a mut Room, report: &'a mut dyn FnMut(usize)) -> Self {
        Self { rows: Vec::new(), room, report }
    }

    /// Puts a text into a cell; row and column are counted from 0.
    ///
    /// # Errors
    /// [`SheetFault::Unreadable`] if the row stands above one that was written: no program does that.
    /// [`SheetFault::TooManyRows`], or [`SheetFault::Unpacked`] if the workbook takes more room than there is.
    pub(super) fn put(&mut self, row: u32, column: usize, text: String) -> Result<(), SheetFault> {
        if text.is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        if self.rows.last().is_some_and(|last| last.number > number) {
            return Err(SheetFault::Unreadable);
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() == self.room.rows {
                return Err(SheetFault::TooManyRows);
            }
            self.rows.push(Row { number, ..Row::default() });
            progress::each(progress::ROWS, self.rows.len(), &mut *self.report);
        }
        if let Some(last) = self.rows.last_mut() {
            self.room.take_bytes(Room::of(last.cells.len(), column, text.len()))?;
            last.set(column, text);
        }
        Ok(())
    }

    /// Says how the row looks into which a text was put last, if that is the given one, counted from 0.
    pub(super) fn look(&mut self, row: u32, look: Look) {
        if let Some(last) = self.rows.last_mut()
            && last.number == row.saturating_add(1)
        {
            last.look = look;
        }
    }

    pub(super) fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}
