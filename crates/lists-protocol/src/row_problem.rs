//! What is wrong with a row of a list, and where.

use crate::column::ColumnName;
use domain::{Fault, Field};
use serde::{Deserialize, Serialize};

/// A row as the spreadsheet shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowPlace {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// From 1.
    pub row: u32,
}

/// Something to correct in a row, or to check. It holds no name and no number of anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// Where.
    pub place: RowPlace,
    /// In which column; `None`: the list has none for it, or it is the whole row.
    pub column: Option<ColumnName>,
    /// Whose, by the position in the family's draft; `None`: the household's own.
    pub member: Option<usize>,
    /// Which field.
    pub field: Field,
    /// What.
    pub error: RowError,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowError {
    /// Wrong in itself, or doubtful.
    Fault(Fault),
    /// The family is listed already: same KK number, same head.
    ListedTwice {
        /// The row that was accepted.
        first: RowPlace,
    },
    /// Another family has this KK number.
    KkOfOther {
        /// The row that was accepted.
        first: RowPlace,
    },
    /// A person of another family has this NIK.
    NikOfOther {
        /// The row that was accepted.
        first: RowPlace,
    },
}

impl RowError {
    /// The code in reports.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fault(fault) => fault.code(),
            Self::ListedTwice { .. } => "data-ganda",
            Self::KkOfOther { .. } => "kk-ganda",
            Self::NikOfOther { .. } => "nik-ganda",
        }
    }

    /// The row that was accepted, where this one is its duplicate.
    pub fn first(&self) -> Option<&RowPlace> {
        match self {
            Self::Fault(_) => None,
            Self::ListedTwice { first } | Self::KkOfOther { first } | Self::NikOfOther { first } => {
                Some(first)
            }
        }
    }
}
