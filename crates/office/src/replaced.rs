//! Recipients in whose place others stand. Whoever may change a record could hand the aid on to somebody else: a recipient is
//! never replaced, an heir of the same KK collects (domain.md, the six obstacles).

use crate::case::Case;
use crate::fault::Result;
use crate::register::{FamilyId, Register};
use domain::{Decision, Household, Member, NormalizedName, Question};
use std::collections::HashSet;

/// The families whose record was ever changed.
pub(crate) struct Replaced<'a> {
    register: &'a Register,
    changed: HashSet<FamilyId>,
}

impl<'a> Replaced<'a> {
    /// Reads them.
    pub(crate) fn read(register: &'a Register) -> Result<Self> {
        Ok(Self { register, changed: register.changed()? })
    }

    /// Whether nobody is left of those who were put on the final list, and no person has found that in order since.
    pub(crate) fn is(&self, case: &Case) -> Result<bool> {
        let id = case.family.id;
        if !self.changed.contains(&id) {
            return Ok(false);
        }
        let (versions, recorded) = (self.register.previous_versions(id)?, self.register.recorded(id)?);
        let Some(approved) = recorded.iter().find(|it| it.event.status.is_recipient()) else {
            return Ok(false);
        };
        let Some(then) = versions.iter().find(|version| version.until >= approved.recorded_at) else {
            return Ok(false);
        };
        let answers = self.register.answers_of(id)?.remove(&(id, Question::Replaced)).unwrap_or_default();
        let last_change = versions.last().map(|version| &version.until);
        let is_in_order = answers
            .last()
            .is_some_and(|answer| answer.decision == Decision::Valid && Some(&answer.at) > last_change);
        Ok(!is_in_order && !share_somebody(&then.household, &case.family.household))
    }
}

fn share_somebody(a: &Household, b: &Household) -> bool {
    a.members().any(|one| b.members().any(|other| is_same(one, other)))
}

/// By NIK; where that was mended, by name and birth date.
fn is_same(a: &Member, b: &Member) -> bool {
    let by_name =
        || a.birth == b.birth && NormalizedName::of(&a.name).tie(&NormalizedName::of(&b.name)).is_some();
    (a.nik.is_some() && a.nik == b.nik) || by_name()
}
