//! What came of a list.

use domain::{Household, HouseholdDraft};
use lists_protocol::{Account, Column, FoundFamily, RowPlace, RowProblem};

/// The families of a list, and what became of every row of it.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The families that passed their checks, in the order of the list.
    pub accepted: Vec<AcceptedFamily>,
    /// The families that did not, as far as they could be read, for somebody to correct.
    pub refused: Vec<RefusedFamily>,
    /// Every column with what it was taken for.
    pub columns: Vec<Column>,
    /// What became of every row.
    pub account: Account,
}

/// A family that passed its checks.
#[derive(Clone, Debug)]
pub struct AcceptedFamily {
    /// Its first row.
    pub place: RowPlace,
    /// As the list has it.
    pub draft: HouseholdDraft,
    /// As a record.
    pub household: Household,
    /// What should be checked all the same.
    pub warnings: Vec<RowProblem>,
}

/// A family that did not pass its checks.
#[derive(Clone, Debug)]
pub struct RefusedFamily {
    /// Its first row.
    pub place: RowPlace,
    /// As the list has it.
    pub draft: HouseholdDraft,
    /// Why it was refused, and what should be checked too.
    pub problems: Vec<RowProblem>,
}

impl Reading {
    /// How many families there are, accepted and refused.
    pub fn families(&self) -> usize {
        self.accepted.len() + self.refused.len()
    }

    /// Why families were refused, in the order of the list.
    pub fn problems(&self) -> impl Iterator<Item = &RowProblem> {
        self.refused.iter().flat_map(|refused| &refused.problems)
    }
}

impl From<AcceptedFamily> for FoundFamily {
    fn from(AcceptedFamily { place, draft, warnings, .. }: AcceptedFamily) -> Self {
        Self { place, draft, problems: warnings, is_complete: true }
    }
}

impl From<RefusedFamily> for FoundFamily {
    fn from(RefusedFamily { place, draft, problems }: RefusedFamily) -> Self {
        Self { place, draft, problems, is_complete: false }
    }
}
