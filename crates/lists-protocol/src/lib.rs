//! What is asked of the reader and the writer of lists, and what they answer.
//!
//! The reader and the writer are the crate `lists`. It links the libraries of workbooks, which weigh more than the whole
//! app; so the app knows only these types, and has the work done in the workers of `lists-worker`.

mod account;
mod column;
mod column_kind;
mod progress;
mod read_job;
mod row_problem;
mod sheet_fault;
mod write_job;

pub use account::{Account, Aside, AsideRows, WhyUnread};
pub use column::{Column, ColumnName, Correction};
pub use column_kind::{Choice, ColumnKind};
pub use progress::Progress;
pub use read_job::{Context, FoundFamily, ReadJob, ReaderAnswer};
pub use row_problem::{RowError, RowPlace, RowProblem};
pub use sheet_fault::SheetFault;
pub use write_job::{FileKind, List, WriteJob, WriterAnswer};
