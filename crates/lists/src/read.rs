//! Bytes to families: the parts of the reader, one after the other.

use crate::duplicates::Seen;
use crate::family::{ListedFamily, families};
use crate::reading::{AcceptedFamily, Reading, RefusedFamily};
use crate::table::{Row, Table};
use crate::{file, header, progress, section};
use lists_protocol::{Column, Context, Progress, SheetFault};

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
    let mut reading = Reading::default();
    let mut seen = Seen::default();
    let mut fault = Some(SheetFault::NoHeader);
    for table in tables(bytes, &mut |rows| report(Progress::Rows(rows)))? {
        for section in section::sections(&table, &context.corrections) {
            if !section.columns.make_families() {
                fault = fault.map(|_| SheetFault::NotHouseholds);
                continue;
            }
            fault = None;
            reading.columns.extend(section.report());
            for family in families(&section, context) {
                accept(&family, &mut reading, &mut seen, context);
                let count = reading.families();
                progress::each(progress::FAMILIES, count, |n| report(Progress::Families(n)));
            }
        }
    }
    fault.map_or(Ok(reading), Err)
}

/// The columns of a file that [`read`] takes for no list, for its owner to give [`Context::corrections`].
///
/// # Errors
/// [`SheetFault`] if there are no rows in it.
pub fn columns(bytes: &[u8], context: &Context) -> Result<Vec<Column>, SheetFault> {
    let tables = tables(bytes, &mut |_| {})?;
    let sections = tables.iter().flat_map(|table| section::all(table, &context.corrections));
    Ok(sections.flat_map(|section| section.report()).collect())
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
fn accept(family: &ListedFamily<'_>, reading: &mut Reading, seen: &mut Seen, context: &Context) {
    let (place, draft) = (family.place(), family.draft.clone());
    let accepted = family.check(context).and_then(|(household, warnings)| {
        seen.admit(family, &household)?;
        Ok((household, warnings))
    });
    match accepted {
        Ok((household, warnings)) => {
            reading.accepted.push(AcceptedFamily { place, draft, household, warnings })
        }
        Err(problems) => reading.refused.push(RefusedFamily { place, draft, problems }),
    }
}
