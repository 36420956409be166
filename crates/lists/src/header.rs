//! The rows that name the columns, and the sections of a sheet that they open.

mod columns;

pub(crate) use columns::{Columns, PersonColumns};

use crate::cell::{digits, states_none};
use crate::meaning::Meaning;
use crate::neighbourhood::Neighbourhood;
use crate::reading::{Column, Correction};
use crate::table::{Row, Table};

/// A header and the rows below it, down to the next header.
pub(crate) struct Section<'a> {
    pub(crate) table: &'a Table,
    pub(crate) columns: Columns,
    /// What the titles above say of RT and RW.
    pub(crate) title: Neighbourhood,
    pub(crate) rows: &'a [Row],
}

impl Section<'_> {
    /// What a report tells of the columns.
    pub(crate) fn columns(&self) -> Vec<Column> {
        self.columns.public(self.table.sheet.as_ref(), self.rows).collect()
    }
}

/// Every part of the sheet whose columns are those of a list, also if its owner had to say so.
pub(crate) fn sections<'a>(table: &'a Table, corrections: &[Correction]) -> Vec<Section<'a>> {
    told(table, corrections).into_iter().filter(|section| section.columns.are_a_header()).collect()
}

/// Every header of the sheet with its rows, or else all the rows under whatever names there are; corrected by somebody who
/// sees the list.
pub(crate) fn told<'a>(table: &'a Table, corrections: &[Correction]) -> Vec<Section<'a>> {
    let corrections: Vec<&Correction> = corrections.iter().filter(|c| c.sheet == table.sheet).collect();
    let named = named(table);
    let sections = if named.is_empty() { untold(table).into_iter().collect() } else { named };
    let settled = |section: Section<'a>| Section {
        columns: section.columns.corrected(&corrections).settled(section.rows),
        ..section
    };
    sections.into_iter().map(settled).collect()
}

/// All rows below what names some columns at least.
fn untold(table: &Table) -> Option<Section<'_>> {
    let above = table.rows.iter().take_while(|row| names_only(row)).count();
    let names_some = |row: &Row| {
        let known = |text: &str| !states_none(text) && Meaning::of(text).is_some();
        let (all, known) = (row.filled().count(), row.filled().filter(|(_, text)| known(text)).count());
        all > 1 && known * 2 >= all
    };
    let header = table.rows.get(..above).and_then(|above| above.iter().rposition(names_some));
    let rows = table.rows.get(header.map_or(0, |at| at + 1)..)?;
    let columns = Columns::all(header.and_then(|at| table.rows.get(at)), rows);
    Some(Section { table, columns, title: Neighbourhood::default(), rows })
}

/// Every header of the sheet with its rows: a list may repeat its header on each page, or go on with the next RT.
fn named(table: &Table) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut open: Option<(Columns, Neighbourhood, usize)> = None;
    let mut at = 0;
    while at < table.rows.len() {
        // Below a header, a row that speaks of two numbers in its notes is not yet the next one.
        let least = open.as_ref().map_or(0, |(first, _, _)| first.recognised() / 2);
        let header = header_at(&table.rows, at).filter(|(columns, _)| columns.recognised() >= least);
        let Some((columns, height)) = header else {
            at += 1;
            continue;
        };
        let above = open.as_ref().map(|(_, title, _)| title.clone()).unwrap_or_default();
        let start = open.as_ref().map_or(0, |(_, _, start)| *start);
        let title = title(table.rows.get(start..at).unwrap_or_default()).or(above);
        sections.extend(close(table, open.take(), at));
        at += height;
        open = Some((columns, title, at));
    }
    sections.extend(close(table, open, table.rows.len()));
    sections
}

/// How many columns the first header names that are known: the measure of how well the cells were told apart.
pub(crate) fn recognised(rows: &[Row]) -> usize {
    let header = (0..rows.len()).find_map(|at| header_at(rows, at));
    header.map_or(0, |(columns, _)| columns.recognised())
}

fn close(table: &Table, open: Option<(Columns, Neighbourhood, usize)>, end: usize) -> Option<Section<'_>> {
    let (columns, title, start) = open?;
    let rows = table.rows.get(start..end)?;
    Some(Section { table, columns, title, rows })
}

/// As many rows above a header are its titles; what stands farther up belongs to the section before.
const TITLE_ROWS: usize = 12;

/// The nearest title wins; rows with numbers of persons are none.
fn title(rows: &[Row]) -> Neighbourhood {
    let titles = rows.iter().rev().take(TITLE_ROWS).filter(|row| names_only(row));
    titles
        .map(|row| row.cells.join(" "))
        .fold(Neighbourhood::default(), |found, text| found.or(Neighbourhood::mentioned(&text)))
}

/// The header that begins in this row, and how many rows it takes.
fn header_at(rows: &[Row], at: usize) -> Option<(Columns, usize)> {
    let row = rows.get(at).filter(|row| names_only(row))?;
    let next = rows.get(at + 1).filter(|next| next.number == row.number + 1 && names_only(next));
    let alone = Columns::of(&Row::default(), row);
    if alone.are_a_header() {
        return match next.filter(|next| continues(row, next)) {
            Some(next) => Some((Columns::of(row, next), 2)),
            None => Some((alone, 1)),
        };
    }
    // Wider names first, and what they hold below: KEPALA KELUARGA over NAMA and NIK. A title is a single cell, or
    // tells the number of the RT.
    let both = Columns::of(row, next?);
    let wider = row.filled().count() > 1 && row.filled().all(|(_, text)| digits(text) == 0);
    (wider && both.are_a_header()).then_some((both, 2))
}

/// A row of names holds no number of a person, nor a year of birth.
fn names_only(row: &Row) -> bool {
    row.filled().all(|(_, text)| digits(text) < 6)
}

/// Whether the row still names columns: parts of what is merged above, or nothing but names. A person without numbers
/// must not be taken for one.
fn continues(row: &Row, next: &Row) -> bool {
    let is_name = |text: &str| {
        Meaning::of(text).is_some_and(|meaning| !matches!(meaning, Meaning::Condition | Meaning::Unused))
            || matches!(text, "L" | "P")
    };
    let names = next.filled().filter(|(_, text)| is_name(text)).count();
    let all = next.filled().count();
    names == all || (names * 2 >= all && next.filled().any(|(at, _)| row.cell(at).is_empty()))
}
