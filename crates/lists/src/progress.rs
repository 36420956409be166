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

/// After so many rows it is told again.
pub(crate) const ROWS: usize = 500;
/// After so many families it is told again.
pub(crate) const FAMILIES: usize = 200;

/// Calls `tell` at every `step`.
pub(crate) fn each(step: usize, count: usize, tell: impl FnOnce(usize)) {
    if count.is_multiple_of(step) {
        tell(count);
    }
}
