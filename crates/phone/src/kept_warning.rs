//! Warnings that were looked at and stand. A warning comes back when what it is about changes.

use crate::family::Family;
use domain::{Field, HouseholdDraft, KeptWarning, Place, Problem, Value};

impl Family {
    /// Changes what was typed. What was said of a value goes with the value.
    pub fn edit(&mut self, change: impl FnOnce(&mut HouseholdDraft)) {
        let before = (!self.remarks.kept.is_empty()).then(|| self.draft.clone());
        change(&mut self.draft);
        if let Some(before) = before {
            let draft = &self.draft;
            self.remarks.kept.retain(|kept| typed_at(&before, kept.place) == typed_at(draft, kept.place));
        }
    }

    /// Takes a member out of the family; those behind move up.
    pub fn remove_member(&mut self, index: usize) {
        if index >= self.draft.members.len() {
            return;
        }
        self.draft.members.remove(index);
        self.remarks.kept.retain(|kept| kept.place.member != Some(index));
        for kept in &mut self.remarks.kept {
            kept.place.member = kept.place.member.map(|other| if other > index { other - 1 } else { other });
        }
    }

    /// Lets a warning stand, for this reason.
    pub fn keep(&mut self, warning: &Problem, reason: &str) {
        self.reconsider(warning);
        self.remarks.kept.push(KeptWarning {
            place: warning.place,
            fault: warning.fault.code().to_owned(),
            reason: reason.trim().to_owned(),
        });
    }

    /// Lets a warning warn again.
    pub fn reconsider(&mut self, warning: &Problem) {
        self.remarks.kept.retain(|kept| !is_about(kept, warning));
    }

    /// Why a warning stands; `None` if nobody has looked at it.
    pub fn kept(&self, warning: &Problem) -> Option<&str> {
        self.remarks.kept.iter().find(|kept| is_about(kept, warning)).map(|kept| kept.reason.as_str())
    }
}

fn is_about(kept: &KeptWarning, warning: &Problem) -> bool {
    kept.place == warning.place && kept.fault == warning.fault.code()
}

/// All that a warning at a place can be about. What a NIK tells is compared with birth and sex.
fn typed_at(draft: &HouseholdDraft, place: Place) -> Vec<Option<Value<'_>>> {
    let compared: &[Field] = if place.field == Field::Nik { &[Field::Birth, Field::Sex] } else { &[] };
    let fields = [place.field].into_iter().chain(compared.iter().copied());
    fields.map(|field| draft.get(Place { field, ..place })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FamilyId;
    use crate::tests::{draft, enrolment};
    use domain::{Fault, MemberDraft};

    const REASON: &str = "Sudah dicocokkan dengan KTP";

    /// Keeps a warning, changes the family, and looks whether it still stands.
    fn check(member: Option<usize>, field: Field, change: impl FnOnce(&mut Family), expect: Option<usize>) {
        let mut family = Family::new(FamilyId(1), &enrolment());
        family.draft = draft("Siti");
        family.draft.members.push(MemberDraft { name: "Budi".into(), ..MemberDraft::default() });
        family.draft.members.push(MemberDraft { name: "Joko".into(), ..MemberDraft::default() });
        let warning = Problem { place: Place { member, field }, fault: Fault::ForeignRegion };
        family.keep(&warning, REASON);
        assert_eq!(family.kept(&warning), Some(REASON));
        change(&mut family);
        let stands = family.remarks.kept.first().map(|kept| kept.place.member.unwrap_or_default());
        assert_eq!(stands, expect, "{field}");
    }

    #[test]
    fn a_warning_stands_as_long_as_its_value() {
        let nik = |family: &mut Family| family.edit(|draft| draft.members[0].nik = "3".into());
        let birth = |family: &mut Family| family.edit(|draft| draft.members[0].birth = "3".into());
        let kk = |family: &mut Family| family.edit(|draft| draft.kk = "3".into());
        let affected = |family: &mut Family| family.edit(|draft| draft.affected = None);
        check(Some(0), Field::Nik, nik, None);
        check(Some(0), Field::Nik, birth, None);
        check(Some(0), Field::Nik, kk, Some(0));
        check(Some(1), Field::Nik, nik, Some(1));
        check(None, Field::Kk, kk, None);
        check(None, Field::Kk, nik, Some(0));
        check(None, Field::Affected, affected, None);
        check(None, Field::Affected, kk, Some(0));
        check(Some(0), Field::Aid, birth, Some(0));
    }

    #[test]
    fn a_warning_stays_with_its_member() {
        check(Some(2), Field::Nik, |family| family.remove_member(1), Some(1));
        check(Some(1), Field::Nik, |family| family.remove_member(1), None);
        check(Some(0), Field::Nik, |family| family.remove_member(1), Some(0));
        check(Some(1), Field::Nik, |family| family.remove_member(7), Some(1));
    }

    #[test]
    fn a_warning_is_kept_once_and_can_warn_again() {
        let warning = Problem { place: Place { member: None, field: Field::Kk }, fault: Fault::WithoutKk };
        let other = Problem { fault: Fault::ForeignRegion, ..warning };
        let mut family = Family::new(FamilyId(1), &enrolment());
        family.keep(&warning, "satu");
        family.keep(&warning, " dua ");
        assert_eq!((family.kept(&warning), family.kept(&other)), (Some("dua"), None));
        family.reconsider(&other);
        assert_eq!(family.remarks.kept.len(), 1);
        family.reconsider(&warning);
        assert!(family.remarks.is_empty());
    }
}
