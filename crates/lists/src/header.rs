//! The rows that name the columns.

use crate::cell::digits;
use crate::columns::Columns;
use crate::header_name::{is_half_a_name, kind_of};
use crate::kind::{Evidence, facts};
use crate::neighbourhood::Neighbourhood;
use crate::slot::names_relations;
use crate::table::Row;
use lists_protocol::ColumnKind;

/// The header that begins in this row, and how many rows it takes.
pub(crate) fn header_at(rows: &[Row], at: usize) -> Option<(Columns, usize)> {
    let row = rows.get(at).filter(|row| may_be_header(row))?;
    let next = rows.get(at + 1).filter(|next| next.number == row.number + 1 && may_be_header(next));
    let alone = Columns::of(&Row::default(), row);
    if alone.are_a_header() {
        return match next.filter(|next| continues(row, next)) {
            Some(next) => Some((Columns::of(row, next), 2)),
            None => Some((alone, 1)),
        };
    }
    // Wider names first, and what they hold below: KEPALA KELUARGA over NAMA and NIK. A title is a single cell, holds
    // the number of the RT, or is a label: `KELURAHAN :`.
    let both = Columns::of(row, next?);
    let is_group = |text: &str| (digits(text) == 0 || names_relations(text)) && !text.ends_with(':');
    let is_wider = row.filled().count() > 1 && row.filled().all(|(_, text)| is_group(text));
    (is_wider && both.are_a_header()).then_some((both, 2))
}

/// How many columns the first header names that are known: the measure of how well a separator cuts a text into cells.
pub(crate) fn recognised(rows: &[Row]) -> usize {
    let header = (0..rows.len()).find_map(|at| header_at(rows, at));
    header.map_or(0, |(columns, _)| columns.recognised())
}

/// Whether the row may be part of a header or a title: it holds no number of a person, nor a date of birth.
pub(crate) fn may_be_header(row: &Row) -> bool {
    row.filled().all(|(_, text)| digits(text) < 6)
}

/// Whether the row below a header still names columns: parts of what is merged above, or nothing but names. A person
/// without numbers must not be taken for one.
fn continues(row: &Row, next: &Row) -> bool {
    let is_name = |text: &str| {
        kind_of(text).is_some_and(|kind| facts(kind).evidence != Evidence::HeaderOrCell)
            || matches!(text, "L" | "P")
            || is_half_a_name(text)
    };
    // RW 002 below the header is the title of the rows that follow.
    if next.filled().count() <= 2 && Neighbourhood::mentioned(&next.cells.join(" ")).is_numbered() {
        return false;
    }
    let names = next.filled().filter(|(_, text)| is_name(text)).count();
    let all = next.filled().count();
    // In the row of a person there is a name or a number.
    let columns = Columns::of(&Row::default(), row);
    let person = columns.person();
    let mut keys = [person.name, person.nik, columns.at(ColumnKind::Kk)].into_iter().flatten();
    names == all
        || (names * 2 >= all && next.filled().any(|(at, _)| row.cell(at).is_empty()))
        || (names > 0 && keys.all(|at| next.cell(at).is_empty()))
}
