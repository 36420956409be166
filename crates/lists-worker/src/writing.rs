//! What the page asks of the writer, and what it gets.

use lists::write::{self, List};
use serde::{Deserialize, Serialize};

/// Write these families.
#[derive(Serialize, Deserialize)]
pub struct WriteJob {
    /// As what.
    pub kind: Kind,
    /// What.
    pub list: List,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A workbook.
    Xlsx,
    /// Text with semicolons.
    Csv,
}

/// What the writer says; the file lies beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Written {
    /// It is written.
    Done,
    /// There is more than a file can hold, or the job was damaged on its way.
    Nothing,
}

impl Kind {
    /// The media type (IANA).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
        }
    }

    /// The end of the file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

/// Writes a file; `None`: there is more than it can hold.
pub fn write(job: &WriteJob) -> Option<Vec<u8>> {
    match job.kind {
        Kind::Xlsx => write::xlsx(&job.list),
        Kind::Csv => Some(write::csv(&job.list)),
    }
}
