//! What is asked of the writer, and what it answers.

use domain::HouseholdDraft;
use serde::{Deserialize, Serialize};

/// Write these families.
#[derive(Serialize, Deserialize)]
pub struct WriteJob {
    /// As what.
    pub kind: FileKind,
    /// What.
    pub list: List,
}

/// What is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct List {
    /// Lines above the table, where there is room for them.
    pub titles: Vec<String>,
    /// The families as typed, complete or not.
    pub families: Vec<HouseholdDraft>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A workbook.
    Xlsx,
    /// Text with semicolons.
    Csv,
}

/// What the writer answers; the file is posted with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WriterAnswer {
    /// It is written.
    Done,
    /// Nothing was written: there is more than a file can hold, or the job was damaged on its way.
    Nothing,
}

impl FileKind {
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
