//! Rows that go on from a table before: from the sheet or from the page before.

use crate::cell::digits;
use crate::columns::Columns;
use crate::fit::{Cells, Fit};
use crate::kind::{Evidence, facts};
use crate::named_column::NamedColumn;
use crate::table::Row;
use lists_protocol::ColumnKind;

/// Whether a row has the name of no column, but cells that fit all of them: the rows go on from another sheet.
pub(crate) fn goes_on_in(columns: &Columns, rows: &[Row]) -> bool {
    let fits = |at: usize, kind: ColumnKind| Cells::of(rows, at).fit(facts(kind).like);
    let is_number = |kind: ColumnKind| facts(kind).evidence == Evidence::KeyNumber;
    let mut numbers = columns.with(is_number).map(|(at, kind)| fits(at, kind)).peekable();
    numbers.peek().is_some()
        && numbers.all(|fit| matches!(fit, Fit::For(share) if share > 80))
        && columns.with(|_| true).all(|(at, kind)| {
            // A street is nobody's name: the columns stand in another order.
            let least = if facts(kind).evidence == Evidence::KeyName { Fit::Silent } else { Fit::Against };
            fits(at, kind) > least
        })
}

/// Whether the header of the next page names the same columns, and the first row below it is of a family that began above it.
pub(crate) fn is_next_page(columns: &Columns, before: &Columns, rows: &[Row]) -> bool {
    let is_same = |(own, other): (&NamedColumn, &NamedColumn)| (own.at, &own.name) == (other.at, &other.name);
    let is_of_family_above = |kk: usize, nik: usize| {
        // Below the names of the columns their numbers may stand.
        let first = rows.iter().find(|row| digits(row.cell(nik)) >= 12);
        first.is_some_and(|row| row.cell(kk).is_empty())
    };
    columns.all().len() == before.all().len()
        && columns.all().iter().zip(before.all()).all(is_same)
        && columns
            .at(ColumnKind::Kk)
            .zip(columns.person().nik)
            .is_some_and(|(kk, nik)| is_of_family_above(kk, nik))
}
