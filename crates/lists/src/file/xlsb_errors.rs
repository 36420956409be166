//! Formulas of an XLSB that have failed: the library reads no value there, and does not say so.

use crate::file::library::library;
use crate::table::{Row, Table};
use calamine::{Data, Range, Reader as _, Xlsb};
use lists_protocol::SheetFault;
use std::io::Cursor;

/// What stands in such a cell. Which error it was, the library does not tell.
const FAILED: &str = "#GALAT!";

/// Writes it where a formula stands and no value. A sheet whose formulas the library cannot read stays as it is.
///
/// # Errors
/// [`SheetFault::Unreadable`] if the workbook cannot be opened any more.
pub(super) fn mark(bytes: &[u8], tables: &mut [Table]) -> Result<(), SheetFault> {
    let book = library(|| Xlsb::new(Cursor::new(bytes)))?;
    let mut book = book.map_err(|_| SheetFault::Unreadable)?;
    for table in tables {
        let Some(name) = table.sheet.clone() else { continue };
        let read = || Some((book.worksheet_formula(&name).ok()?, book.worksheet_range(&name).ok()?));
        match library(read) {
            Ok(Some((formulas, values))) => mark_sheet(&mut table.rows, &formulas, &values),
            Ok(None) => {}
            // What it panicked in must not be used any more.
            Err(_) => break,
        }
    }
    Ok(())
}

fn mark_sheet(rows: &mut Vec<Row>, formulas: &Range<String>, values: &Range<Data>) {
    // Rows in which nothing else stands.
    let mut others: Vec<Row> = Vec::new();
    let (first_row, first_column) = formulas.start().unwrap_or_default();
    for (row, column, _) in formulas.used_cells() {
        let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        let column = first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
        if !matches!(values.get_value((row, column)), None | Some(Data::Empty)) {
            continue;
        }
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
            row.set(usize::try_from(column).unwrap_or(usize::MAX), FAILED.to_owned());
        }
    }
    rows.append(&mut others);
    rows.sort_by_key(|row| row.number);
}
