//! Formulas of an XLSB that have failed: the library reads no value there, and does not say so.

use crate::file::library::library;
use crate::file::room::Room;
use crate::table::{Row, Table};
use calamine::{DataRef, Reader as _, Xlsb, XlsbError};
use lists_protocol::SheetFault;
use std::io::Cursor;

/// What stands in such a cell. Which error it was, the library does not tell.
const FAILED: &str = "#GALAT!";

/// Row and column, from 0.
type Position = (u32, u32);

/// Writes it where a formula stands and no value. A sheet whose formulas the library cannot read stays as it is.
///
/// # Errors
/// [`SheetFault::Unreadable`] if the workbook cannot be opened any more; [`SheetFault::Unpacked`] if it fills the room.
pub(super) fn mark(bytes: &[u8], tables: &mut [Table], room: &mut Room) -> Result<(), SheetFault> {
    let open = || library(|| Xlsb::new(Cursor::new(bytes)))?.map_err(|_| SheetFault::Unreadable);
    let (mut of_formulas, mut of_values) = (open()?, open()?);
    for table in tables {
        let Some(name) = table.sheet.clone() else { continue };
        let mut failed = Vec::new();
        // Cell by cell: two cells that lie far apart would make a range of all between them.
        let read = || -> Result<(), XlsbError> {
            let mut formulas = of_formulas.worksheet_cells_reader(&name)?;
            let mut values = of_values.worksheet_cells_reader(&name)?;
            let mut value = Some((0, 0));
            let mut stands = false;
            while let Some(formula) = formulas.next_formula()? {
                let at = formula.get_position();
                // Both come in the order in which they stand.
                while value.is_some_and(|value| value < at) || (value == Some(at) && !stands) {
                    let cell = values.next_cell()?;
                    stands = cell.as_ref().is_some_and(|cell| *cell.get_value() != DataRef::Empty);
                    value = cell.map(|cell| cell.get_position());
                }
                let has_value = stands && value == Some(at);
                if !has_value && !formula.get_value().is_empty() {
                    failed.push(at);
                }
            }
            Ok(())
        };
        match library(read) {
            Ok(Ok(())) => mark_sheet(&mut table.rows, &failed, room)?,
            Ok(Err(_)) => {}
            // What it panicked in must not be used any more.
            Err(_) => break,
        }
    }
    Ok(())
}

fn mark_sheet(rows: &mut Vec<Row>, failed: &[Position], room: &mut Room) -> Result<(), SheetFault> {
    // Rows in which nothing else stands.
    let mut others: Vec<Row> = Vec::new();
    for (row, column) in failed {
        let number = row.saturating_add(1);
        let at = rows.partition_point(|row| row.number < number);
        let row = match rows.get_mut(at).filter(|row| row.number == number) {
            Some(row) => Some(row),
            None => {
                if others.last().is_none_or(|last| last.number != number) {
                    others.push(Row { number, ..Row::default() });
                }
                others.last_mut()
            }
        };
        if let Some(row) = row {
            let column = usize::try_from(*column).unwrap_or(usize::MAX);
            room.take_bytes(Room::of(row.cells.len(), column, FAILED.len()))?;
            row.set(column, FAILED.to_owned());
        }
    }
    rows.append(&mut others);
    rows.sort_by_key(|row| row.number);
    Ok(())
}
