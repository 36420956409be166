//! How far a reading has come.

use serde::{Deserialize, Serialize};

/// How far a reading has come. How far it has to go, a spreadsheet does not say before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// So many rows were read.
    Rows(usize),
    /// So many families were made of them.
    Families(usize),
}
