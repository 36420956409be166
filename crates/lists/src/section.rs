//! The sections of a sheet: each a header and the rows below it.

use crate::columns::Columns;
use crate::header::{header_at, may_be_header};
use crate::header_name::kind_of;
use crate::neighbourhood::Neighbourhood;
use crate::table::{Row, Table};
use domain::reading::states_none;
use lists_protocol::{Column, Correction};

/// A header and the rows below it, down to the next header.
pub(crate) struct Section<'a> {
    pub(crate) table: &'a Table,
    pub(crate) columns: Columns,
    /// What the titles above say of RT and RW.
    pub(crate) title: Neighbourhood,
    pub(crate) rows: &'a [Row],
}

impl Section<'_> {
    /// The columns as a report shows them.
    pub(crate) fn report(&self) -> Vec<Column> {
        self.columns.report(self.table.sheet.as_ref(), self.rows).collect()
    }
}

/// Every section whose columns are those of a list, also if its owner had to say so.
pub(crate) fn sections<'a>(table: &'a Table, corrections: &[Correction]) -> Vec<Section<'a>> {
    all(table, corrections).into_iter().filter(|section| section.columns.are_a_header()).collect()
}

/// Every section of the sheet, or else all its rows under whatever names there are; with the corrections of the owner.
pub(crate) fn all<'a>(table: &'a Table, corrections: &[Correction]) -> Vec<Section<'a>> {
    let corrections: Vec<&Correction> = corrections.iter().filter(|c| c.sheet == table.sheet).collect();
    let named = with_header(table);
    let sections = if named.is_empty() { without_header(table).into_iter().collect() } else { named };
    let settled = |section: Section<'a>| Section {
        columns: section.columns.corrected(&corrections).settled(section.rows),
        ..section
    };
    sections.into_iter().map(settled).collect()
}

/// Every header of the sheet with its rows: a list may repeat its header on each page, or go on with the next RT.
fn with_header(table: &Table) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut open: Option<(Columns, Neighbourhood, usize)> = None;
    let mut at = 0;
    while at < table.rows.len() {
        // Below a header, a row that mentions two numbers in its notes is not the next one.
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

fn close(table: &Table, open: Option<(Columns, Neighbourhood, usize)>, end: usize) -> Option<Section<'_>> {
    let (columns, title, start) = open?;
    let rows = table.rows.get(start..end)?;
    Some(Section { table, columns, title, rows })
}

/// All rows of a sheet without a header, below the row that names some columns at least.
fn without_header(table: &Table) -> Option<Section<'_>> {
    let above = table.rows.iter().take_while(|row| may_be_header(row)).count();
    let names_some = |row: &Row| {
        let known = |text: &str| !states_none(text) && kind_of(text).is_some();
        let (all, known) = (row.filled().count(), row.filled().filter(|(_, text)| known(text)).count());
        all > 1 && known * 2 >= all
    };
    let header = table.rows.get(..above).and_then(|above| above.iter().rposition(names_some));
    let rows = table.rows.get(header.map_or(0, |at| at + 1)..)?;
    let columns = Columns::all(header.and_then(|at| table.rows.get(at)), rows);
    Some(Section { table, columns, title: Neighbourhood::default(), rows })
}

/// As many rows above a header are its titles; those farther up belong to the section before.
const TITLE_ROWS: usize = 12;

/// RT and RW of the titles above a header: the nearest title counts, and rows with numbers of persons are none.
fn title(rows: &[Row]) -> Neighbourhood {
    let titles = rows.iter().rev().take(TITLE_ROWS).filter(|row| may_be_header(row));
    titles
        .map(|row| row.cells.join(" "))
        .fold(Neighbourhood::default(), |found, text| found.or(Neighbourhood::mentioned(&text)))
}
