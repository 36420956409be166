//! Families that a list holds twice.

use crate::family::ListedFamily;
use domain::identity::letters;
use domain::{Field, Household, KkNumber, Nik};
use lists_protocol::{RowError, RowPlace, RowProblem};
use std::collections::HashMap;

/// The families that were accepted so far.
#[derive(Default)]
pub(crate) struct Seen {
    by_kk: HashMap<KkNumber, (RowPlace, Head)>,
    by_nik: HashMap<Nik, RowPlace>,
}

struct Head {
    nik: Option<Nik>,
    name: String,
}

impl Seen {
    /// Remembers a family, unless it or one of its members is listed already. Without a number nobody is a duplicate.
    ///
    /// # Errors
    /// A problem for each duplicate, with the row that was accepted.
    pub(crate) fn admit(
        &mut self,
        family: &ListedFamily<'_>,
        household: &Household,
    ) -> Result<(), Vec<RowProblem>> {
        let head = Head { nik: household.head.nik, name: letters(&household.head.name) };
        if let Some((first, other)) = household.kk.and_then(|kk| self.by_kk.get(&kk)) {
            let first = first.clone();
            let is_same = head.name == other.name || (head.nik.is_some() && head.nik == other.nik);
            return Err(vec![if is_same {
                family.problem(None, Field::Household, RowError::ListedTwice { first })
            } else {
                family.problem(None, Field::Kk, RowError::KkOfOther { first })
            }]);
        }
        let twice: Vec<RowProblem> = household
            .members()
            .enumerate()
            .filter_map(|(i, member)| Some((i, self.by_nik.get(&member.nik?)?.clone())))
            .map(|(i, first)| family.problem(Some(i), Field::Nik, RowError::NikOfOther { first }))
            .collect();
        if !twice.is_empty() {
            return Err(twice);
        }
        self.by_kk.extend(household.kk.map(|kk| (kk, (family.place(), head))));
        let niks =
            household.members().enumerate().filter_map(|(i, member)| Some((member.nik?, family.place_of(i))));
        self.by_nik.extend(niks);
        Ok(())
    }
}
