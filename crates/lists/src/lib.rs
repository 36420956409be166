//! The one reader of the lists that RT heads really send: CSV in any dialect, XLSX, XLS and ODS. And the writer of such
//! lists.
//!
//! How a list is read, each step in a module that knows only those before it:
//!
//! | module | step |
//! |---|---|
//! | [`file`] | bytes become rows of text ([`table`]); [`cell`] takes away what programs put around a text |
//! | [`header_name`], [`kind`], [`slot`] | what the name of a column may mean; what each kind is to the reader |
//! | [`fit`], [`named_column`], [`settling`], [`columns`] | the cells decide between the kinds that a name may mean |
//! | [`numbers`], [`number_pair`] | which numbers are NIK and which KK numbers, in exchanged columns and in one cell |
//! | [`renewed_number`] | numbers that some rows have anew, in a column of their own |
//! | [`birth_parts`] | a birth whose day, month and year have a column each |
//! | [`several_in_cell`] | several persons in one cell |
//! | [`lower_table`] | the second table on the card of a family, which says what its members are to the head |
//! | [`header`], [`side_by_side`], [`continuation`], [`form`], [`banner`], [`fill`], [`section`] | a sheet is cut at its headers; what stands above rows is given to them |
//! | [`join`] | members in one table get what another says of their families, and their heads |
//! | [`line`], [`exchange`], [`grouping`] | rows that hold data, and which of them make one family |
//! | [`family`] | the rows of a family become a draft, and its faults are given a row and a column |
//! | [`duplicates`] | a family that is listed twice is refused |
//! | [`row_use`] | what became of every row: of a family, a title, a header, a sum, or not read, and why |
//! | [`read()`] | all of it: a file is refused whole only if it is no list |
//!
//! What the reader does not recognise, the owner of the list may correct ([`Correction`]). Nothing here opens a file, so the
//! same reader runs in the browser.

mod banner;
mod birth_parts;
mod cell;
mod column_report;
mod columns;
mod continuation;
mod duplicates;
mod exchange;
mod family;
pub mod file;
mod fill;
mod fit;
mod form;
pub mod formula;
mod grouping;
mod header;
mod header_name;
mod join;
mod kind;
mod life_state;
mod line;
mod lower_table;
mod name_number;
mod named_column;
mod neighbourhood;
mod number_pair;
mod numbers;
mod person_columns;
mod places;
mod progress;
mod read;
mod reading;
mod renewed_number;
mod row_use;
mod section;
mod settling;
mod several_in_cell;
mod several_names;
mod side_by_side;
mod slot;
pub mod table;
pub mod write;

pub use lists_protocol::{
    Account, Aside, AsideRows, Choice, Column, ColumnKind, ColumnName, Context, Correction, Progress,
    RowError, RowPlace, RowProblem, SheetFault, WhyUnread,
};
pub use read::{columns, read, read_with_progress};
pub use reading::{AcceptedFamily, Reading, RefusedFamily};
