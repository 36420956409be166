//! Writes families in the layout of the Dinas: one row a member, and [`crate::read`] reads the same families again.

mod csv;
mod row;
mod xlsx;

pub use self::csv::csv;
pub use self::xlsx::xlsx;

use domain::HouseholdDraft;
use serde::{Deserialize, Serialize};

/// What is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct List {
    /// Lines above the table, where there is room for them.
    pub titles: Vec<String>,
    /// The families as typed, complete or not.
    pub families: Vec<HouseholdDraft>,
}
