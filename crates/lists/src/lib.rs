//! The one reader of the lists that RT heads really send: CSV in any dialect, XLSX, XLS and ODS.
//!
//! Bytes become a table of text ([`table`]), the table finds its header ([`header`]), each row below it is data or
//! not ([`line`]), the lines of a family are put together ([`grouping`], [`family`]), and families that are listed twice are set apart
//! ([`duplicates`]). What it does not know, somebody who sees the list may tell it ([`Correction`]). A file is refused whole only if it is no list; otherwise every row ends in a household or in a
//! problem that names it. Nothing here touches a file, so the same reader runs in the browser.

mod cell;
mod date;
mod duplicates;
mod family;
mod fault;
mod grouping;
mod header;
mod line;
mod meaning;
mod neighbourhood;
mod progress;
mod reading;
pub mod table;
pub mod write;

pub use fault::SheetFault;
pub use meaning::Meaning;
pub use progress::Progress;
pub use reading::{Column, ColumnName, Correction, Entry, Reading, Refused, RowPlace, RowProblem, Trouble};

use domain::{AreaCode, Date, Rt, Rw};
use duplicates::Seen;
use serde::{Deserialize, Serialize};

/// What is known of a list besides its bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Context {
    /// The kelurahan whose list this is.
    pub area: AreaCode,
    /// The RT whose list this is, for rows that do not say; a row that says otherwise keeps its own and is warned of.
    pub default_rt: Option<Rt>,
    /// The RW, likewise.
    pub default_rw: Option<Rw>,
    /// Bounds birth dates.
    pub today: Date,
    /// Columns that are something else than their names say; the later one counts.
    pub corrections: Vec<Correction>,
}

/// Reads a list.
///
/// # Errors
/// [`SheetFault`] if the file is no list of households at all; what is wrong with single rows is in the [`Reading`].
pub fn read(bytes: &[u8], context: &Context) -> Result<Reading, SheetFault> {
    read_telling(bytes, context, &mut |_| {})
}

/// Reads a list, and tells now and then how far it has come.
///
/// # Errors
/// As [`read`].
pub fn read_telling(
    bytes: &[u8],
    context: &Context,
    tell: &mut dyn FnMut(Progress),
) -> Result<Reading, SheetFault> {
    let mut reading = Reading::default();
    let mut seen = Seen::default();
    let mut fault = Some(SheetFault::NoHeader);
    for table in table::tables(bytes, &mut |rows| tell(Progress::Rows(rows)))? {
        for section in header::sections(&table, &context.corrections) {
            if !section.columns.make_families() {
                fault = fault.map(|_| SheetFault::NotHouseholds);
                continue;
            }
            fault = None;
            reading.columns.extend(section.columns());
            for family in family::listed(&section, context) {
                reading.take(family, &mut seen, context);
                progress::each(progress::FAMILIES, reading.families(), |n| tell(Progress::Families(n)));
            }
        }
    }
    fault.map_or(Ok(reading), Err)
}

/// The columns of a file that [`read`] takes for no list: what its owner may give more [`Context::corrections`] for.
///
/// # Errors
/// [`SheetFault`] if there are no rows in it.
pub fn columns(bytes: &[u8], context: &Context) -> Result<Vec<Column>, SheetFault> {
    let tables = table::tables(bytes, &mut |_| {})?;
    let told = |table| header::told(table, &context.corrections);
    Ok(tables.iter().flat_map(told).flat_map(|section| section.columns()).collect())
}
