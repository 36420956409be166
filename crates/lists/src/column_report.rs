//! The columns of a section as a report shows them.

use crate::cell::digits;
use crate::columns::Columns;
use crate::named_column::NamedColumn;
use crate::numbers::ColumnNumbers;
use crate::table::Row;
use lists_protocol::{Column, ColumnKind};

/// Every column, with what it was taken for, and what one would be that is not read.
pub(crate) fn report(columns: &Columns, sheet: Option<&String>, rows: &[Row]) -> Vec<Column> {
    let example = |at| rows.iter().map(move |row| row.cell(at)).find(|text| !text.is_empty());
    let column = |column: &NamedColumn| {
        let long_numbers = if column.kind.is_none() { long_numbers(rows, column.at) } else { 0 };
        Column {
            sheet: sheet.cloned(),
            name: column.shown(),
            kind: column.kind,
            fit: column.fit,
            long_numbers,
            proposed: (long_numbers > 0).then(|| proposed(columns, rows, column.at)).flatten(),
            example: example(column.at).unwrap_or_default().to_owned(),
        }
    };
    columns.all().iter().map(column).collect()
}

/// What a column of numbers that is not read would be.
fn proposed(columns: &Columns, rows: &[Row], at: usize) -> Option<ColumnKind> {
    let has_kk = columns.at(ColumnKind::Kk).is_some();
    let has_nik = columns.person().nik.is_some();
    match (has_kk, has_nik) {
        (true, true) => None,
        (true, false) => Some(ColumnKind::Nik),
        (false, true) => Some(ColumnKind::Kk),
        (false, false) if ColumnNumbers::of(rows, at).may_be_kk() => Some(ColumnKind::Kk),
        (false, false) => Some(ColumnKind::Nik),
    }
}

/// How many cells of a column hold a number of sixteen digits: somebody stands there.
fn long_numbers(rows: &[Row], at: usize) -> usize {
    rows.iter().filter(|row| digits(row.cell(at)) >= 16).count()
}
