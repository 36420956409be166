//! The one reader of the lists that RT heads really send: CSV in any dialect, XLSX, XLS and ODS. And the writer of such
//! lists.
//!
//! How a list is read, each step in a module that knows only those before it:
//!
//! | module | step |
//! |---|---|
//! | [`file`] | bytes become rows of text ([`table`]); [`cell`] takes away what programs put around a text |
//! | [`header_name`], [`kind`], [`columns`] | names of columns become kinds of columns; what each kind is to the reader |
//! | [`header`], [`section`] | a sheet is cut at its headers |
//! | [`line`], [`grouping`] | rows that hold data, and which of them make one family |
//! | [`family`] | the rows of a family become a draft, and its faults are given a row and a column |
//! | [`duplicates`] | a family that is listed twice is refused |
//! | [`read()`] | all of it: a file is refused whole only if it is no list; otherwise every row ends in a household or in a problem that names it |
//!
//! What the reader does not recognise, the owner of the list may correct ([`Correction`]). Nothing here opens a file, so the
//! same reader runs in the browser.

mod cell;
mod columns;
mod duplicates;
mod family;
pub mod file;
pub mod formula;
mod grouping;
mod header;
mod header_name;
mod kind;
mod line;
mod neighbourhood;
mod progress;
mod read;
mod reading;
mod section;
pub mod table;
pub mod write;

pub use lists_protocol::{
    Column, ColumnKind, ColumnName, Context, Correction, Progress, RowError, RowPlace, RowProblem, SheetFault,
};
pub use read::{columns, read, read_with_progress};
pub use reading::{AcceptedFamily, Reading, RefusedFamily};
