//! Bytes to families: the parts of the reader, one after the other.

use crate::duplicates::Seen;
use crate::family::{ListedFamily, families};
use crate::join::join;
use crate::reading::{AcceptedFamily, Reading, RefusedFamily};
use crate::row_use::RowUses;
use crate::section::{Section, Sheet, cut};
use crate::table::{MAX_COLUMNS, Row, Table};
use crate::{file, header, progress};
use lists_protocol::{Aside, Column, ColumnName, Context, Progress, SheetFault, WhyUnread};

/// Reads a list.
///
/// # Errors
/// [`SheetFault`] if the file is no list of households at all; what is wrong with single rows is in the [`Reading`].
pub fn read(bytes: &[u8], context: &Context) -> Result<Reading, SheetFault> {
    read_with_progress(bytes, context, &mut |_| {})
}

/// Reads a list, and reports now and then how far it has come.
///
/// # Errors
/// As [`read`].
pub fn read_with_progress(
    bytes: &[u8],
    context: &Context,
    report: &mut dyn FnMut(Progress),
) -> Result<Reading, SheetFault> {
    let mut list = Sections::of(tables(bytes, &mut |rows| report(Progress::Rows(rows)))?, context);
    let mut reading = Reading { columns: std::mem::take(&mut list.cut), ..Reading::default() };
    let mut seen = Seen::default();
    let mut fault = Some(SheetFault::NoHeader);
    for joined in join(&mut list.sections) {
        list.take(joined.section, &joined.rows);
    }
    for (i, section) in std::mem::take(&mut list.sections).into_iter().enumerate() {
        let rows = section.rows.iter().flat_map(Row::numbers);
        if !section.columns.are_a_header() {
            list.set_aside(i, section.rows.iter().map(|row| (row.number, without_header(row))));
            continue;
        }
        if !section.columns.make_families() {
            fault = fault.map(|_| SheetFault::NotHouseholds);
            list.set_aside(i, rows.map(|row| (row, Aside::Unread(WhyUnread::NotHouseholds))));
            continue;
        }
        fault = None;
        // A list may repeat its header on each page.
        for column in section.report() {
            if !reading
                .columns
                .iter()
                .any(|known| (&known.sheet, &known.name) == (&column.sheet, &column.name))
            {
                reading.columns.push(column);
            }
        }
        let (families, others) = families(&section, context);
        list.set_aside(i, others);
        for family in families {
            list.take(i, &family.rows);
            accept(family, &mut reading, &mut seen, context);
            let count = reading.families();
            progress::each(progress::FAMILIES, count, |n| report(Progress::Families(n)));
        }
    }
    reading.account.looks_unknown = list.looks_unknown;
    for (sheet, uses) in list.uses {
        reading.account.add(uses.account(sheet.as_ref()));
    }
    fault.map_or(Ok(reading), Err)
}

/// The columns of a file that [`read`] takes for no list, for its owner to give [`Context::corrections`].
///
/// # Errors
/// [`SheetFault`] if there are no rows in it.
pub fn columns(bytes: &[u8], context: &Context) -> Result<Vec<Column>, SheetFault> {
    let list = Sections::of(tables(bytes, &mut |_| {})?, context);
    Ok(list.sections.iter().flat_map(Section::report).collect())
}

/// The sections of all sheets, and what is known of the rows of each.
#[derive(Default)]
struct Sections {
    sections: Vec<Section>,
    /// The sheet of each section, by its place among the uses.
    sheets: Vec<usize>,
    uses: Vec<(Option<String>, RowUses)>,
    /// Columns that are farther out than any that is read.
    cut: Vec<Column>,
    /// Of some sheet nobody can tell whether its rows are hidden.
    looks_unknown: bool,
}

impl Sections {
    fn of(tables: Vec<Table>, context: &Context) -> Self {
        let mut all = Self::default();
        for table in tables {
            let sheet = table.sheet.clone();
            let mut uses = RowUses::of(table.rows.iter().map(|row| row.number));
            all.looks_unknown |= table.looks_unknown;
            if table.rows.iter().any(|row| row.is_cut) {
                let name = ColumnName::new(MAX_COLUMNS, "");
                all.cut.push(Column {
                    sheet: sheet.clone(),
                    name,
                    kind: None,
                    fit: None,
                    long_numbers: 0,
                    proposed: None,
                    example: String::new(),
                });
            }
            let named = all.sections.iter().rev().find(|section| section.columns.are_a_header());
            let before = named.map(|section| section.columns.clone());
            let Sheet { sections, uses: known } = cut(table, &context.corrections, before.as_ref());
            known.into_iter().for_each(|(row, is)| uses.set_aside(row, is));
            all.sheets.extend(sections.iter().map(|_| all.uses.len()));
            all.sections.extend(sections);
            all.uses.push((sheet, uses));
        }
        all
    }

    /// Says which rows of a section are of families.
    fn take(&mut self, section: usize, rows: &[u32]) {
        if let Some(uses) = self.uses_of(section) {
            rows.iter().for_each(|row| uses.take(*row));
        }
    }

    /// Says what the others are.
    fn set_aside(&mut self, section: usize, rows: impl IntoIterator<Item = (u32, Aside)>) {
        if let Some(uses) = self.uses_of(section) {
            rows.into_iter().for_each(|(row, is)| uses.set_aside(row, is));
        }
    }

    fn uses_of(&mut self, section: usize) -> Option<&mut RowUses> {
        let (_, uses) = self.uses.get_mut(*self.sheets.get(section)?)?;
        Some(uses)
    }
}

/// A row of a sheet in which no row names the columns: a title, if it says little.
fn without_header(row: &Row) -> Aside {
    if row.filled().count() < 3 { Aside::Title } else { Aside::Unread(WhyUnread::NoHeader) }
}

/// The tables of a file. A text is cut where its header names most columns or, without one, into the most cells.
fn tables(bytes: &[u8], report: &mut dyn FnMut(usize)) -> Result<Vec<Table>, SheetFault> {
    let shows = |rows: &[Row]| {
        let cells: usize = rows.iter().map(|row| row.filled().count()).sum();
        (header::recognised(rows), cells)
    };
    file::tables(bytes, shows, report)
}

/// Puts a family among the accepted, or among the refused if something is in the way or it is listed already.
fn accept(family: ListedFamily<'_>, reading: &mut Reading, seen: &mut Seen, context: &Context) {
    let accepted = family.check(context).and_then(|(household, warnings)| {
        seen.admit(&family, &household)?;
        Ok((household, warnings))
    });
    let (place, draft) = (family.place(), family.draft);
    match accepted {
        Ok((household, warnings)) => {
            reading.accepted.push(AcceptedFamily { place, draft, household, warnings })
        }
        Err(problems) => reading.refused.push(RefusedFamily { place, draft, problems }),
    }
}
