//! What happens to a family that is on the list. It stays there, under the same code.

use crate::family::Family;
use domain::{ChangeKind, Date, HouseholdChange, Relation};

impl Family {
    /// Notes that the family moved, was not found, or is there again.
    pub fn happens(&mut self, what: ChangeKind, on: Date, note: &str) {
        let note = note.trim().to_owned();
        self.remarks.happenings.push(HouseholdChange { what, on, former_head: None, note });
    }

    /// Why the family is not at its address, if it is not.
    pub fn absence(&self) -> Option<&HouseholdChange> {
        let mut happenings = self.remarks.happenings.iter().rev();
        let is_of_place = |what| !matches!(what, ChangeKind::HeadDied | ChangeKind::PairClosed);
        let last = happenings.find(|happening| is_of_place(happening.what))?;
        (last.what != ChangeKind::Back).then_some(last)
    }

    /// The last death of a head.
    pub fn death(&self) -> Option<&HouseholdChange> {
        self.remarks.happenings.iter().rev().find(|happening| happening.what == ChangeKind::HeadDied)
    }

    /// That only the code is to open its status, if that was said.
    pub fn closed_pair(&self) -> Option<&HouseholdChange> {
        self.remarks.happenings.iter().find(|happening| happening.what == ChangeKind::PairClosed)
    }

    /// Asks that only the code opens its status.
    pub fn close_pair(&mut self, on: Date) {
        if self.closed_pair().is_none() {
            self.happens(ChangeKind::PairClosed, on, "");
        }
    }

    /// Whether no list has told the offices yet that only the code is to open its status.
    pub fn can_leave_pair_open(&self) -> bool {
        let told = self.sent.as_ref().map(|sent| sent.remarks.happenings.as_slice()).unwrap_or_default();
        self.closed_pair().is_some_and(|closed| !told.contains(closed))
    }

    /// Takes the wish back, as long as no list has told it.
    pub fn leave_pair_open(&mut self) {
        if self.can_leave_pair_open() {
            self.remarks.happenings.retain(|happening| happening.what != ChangeKind::PairClosed);
        }
    }

    /// Who may follow the head, by position: the adults of the KK, husband or wife first; where there is no adult,
    /// everybody. None before the family was saved: then nobody was listed who could have died.
    pub fn heirs(&self, today: Date) -> Vec<usize> {
        if self.record.is_some() { self.draft.heirs(today) } else { Vec::new() }
    }

    /// The head died, and another member takes the place. Who is what to the new head is asked again where it does not
    /// follow from what it was before.
    pub fn head_dies(&mut self, heir: usize, on: Date) {
        let former_head = self.record.as_ref().map(|record| record.household.head.clone());
        if heir == 0 || heir >= self.draft.members.len() || former_head.is_none() {
            return;
        }
        let mut new_head = self.draft.members.remove(heir);
        let was = new_head.relation();
        for member in self.draft.members.iter_mut().skip(1) {
            let is = was.zip(member.relation()).and_then(|(was, tie)| tie.to_heir(was));
            member.relation = is.map(|is| is.code().to_owned()).unwrap_or_default();
        }
        new_head.relation = Relation::Head.code().to_owned();
        if let Some(head) = self.draft.members.first_mut() {
            *head = new_head;
        }
        // Everybody stands elsewhere now: what was looked at is looked at again.
        self.remarks.kept.retain(|kept| kept.place.member.is_none());
        let happening = HouseholdChange { what: ChangeKind::HeadDied, on, former_head, note: String::new() };
        self.remarks.happenings.push(happening);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Run, draft, today};
    use crate::{FamilyId, PhoneRegister, Sent};
    use domain::MemberDraft;

    /// A saved family: `name relation birth`, the head first.
    fn family(members: &[&str]) -> Family {
        let mut register: PhoneRegister = Run::new().saves(1, "Ayah").0;
        register.edit(FamilyId(1), |typed| {
            *typed = draft("Ayah");
            for member in members {
                let [name, relation, birth] = member.split(' ').collect::<Vec<_>>()[..] else {
                    panic!("{member}")
                };
                typed.members.push(MemberDraft {
                    name: name.into(),
                    without_nik: true,
                    relation: relation.into(),
                    birth: birth.into(),
                    ..MemberDraft::default()
                });
            }
        });
        register.families.remove(0)
    }

    fn check_heirs(members: &[&str], expect: &[usize]) {
        assert_eq!(family(members).heirs(today()), expect, "{members:?}");
    }

    #[test]
    fn heirs_are_adults_of_the_same_kk_the_spouse_first() {
        check_heirs(&[], &[]);
        check_heirs(&["Joko anak 2000-01-01", "Siti istri 1980-01-01"], &[2, 1]);
        check_heirs(&["Joko anak 2010-01-01", "Siti istri 1980-01-01"], &[2]);
        check_heirs(&["Joko anak 2010-01-01", "Jaka anak 2012-01-01"], &[1, 2]);
        let mut unsaved = family(&["Siti istri 1980-01-01"]);
        unsaved.record = None;
        assert!(unsaved.heirs(today()).is_empty());
    }

    fn check_death(members: &[&str], heir: usize, expect: &[&str]) {
        let mut family = family(members);
        let code = family.code();
        family.head_dies(heir, today());
        let seen: Vec<_> = family
            .draft
            .members
            .iter()
            .map(|member| format!("{} {}", member.name, member.relation))
            .collect();
        assert_eq!(seen, expect, "{members:?}");
        assert_eq!(family.code(), code);
        let former = family.death().and_then(|death| death.former_head.as_ref());
        assert_eq!(former.map(|former| former.name.as_str()), Some("Ayah"));
    }

    #[test]
    fn the_heir_becomes_the_head_and_the_others_stay_what_they_can() {
        let members = [
            "Siti istri 1980-01-01",
            "Joko anak 2000-01-01",
            "Ani anak 2002-01-01",
            "Mbah mertua 1940-01-01",
        ];
        check_death(&members, 1, &["Siti kepala", "Joko anak", "Ani anak", "Mbah orang-tua"]);
        check_death(&members, 2, &["Joko kepala", "Siti orang-tua", "Ani famili-lain", "Mbah "]);
        check_death(&members, 4, &["Mbah kepala", "Siti ", "Joko ", "Ani "]);
    }

    #[test]
    fn only_a_member_of_a_listed_family_can_follow() {
        let members = ["Siti istri 1980-01-01"];
        for heir in [0, 2, 9] {
            let mut one = family(&members);
            one.head_dies(heir, today());
            assert_eq!(one, family(&members), "{heir}");
        }
    }

    #[test]
    fn a_family_moves_and_comes_back() {
        let mut family = family(&["Siti istri 1980-01-01"]);
        assert_eq!(family.absence(), None);
        family.happens(ChangeKind::Moved, today(), " ke Depok ");
        assert_eq!(
            family.absence().map(|it| (it.what, it.note.as_str())),
            Some((ChangeKind::Moved, "ke Depok"))
        );
        // A death does not bring it back.
        family.head_dies(1, today());
        assert_eq!(family.absence().map(|it| it.what), Some(ChangeKind::Moved));
        family.happens(ChangeKind::Back, today(), "");
        assert_eq!(family.absence(), None);
        family.happens(ChangeKind::NotFound, today(), "");
        assert_eq!(family.absence().map(|it| it.what), Some(ChangeKind::NotFound));
        assert_eq!(family.remarks.happenings.len(), 4);
    }

    #[test]
    fn a_pair_is_closed_once_and_left_open_until_a_list_has_told_it() {
        let mut family = family(&["Siti istri 1980-01-01"]);
        family.happens(ChangeKind::Moved, today(), "");
        family.close_pair(today());
        family.close_pair(today());
        assert_eq!(family.remarks.happenings.len(), 2);
        assert_eq!(family.absence().map(|it| it.what), Some(ChangeKind::Moved), "that is another matter");
        family.leave_pair_open();
        assert_eq!(family.closed_pair(), None);

        family.close_pair(today());
        let household = family.record.as_ref().unwrap().household.clone();
        let remarks = family.remarks.clone();
        family.sent = Some(Sent { list_number: 1, household, remarks, withdrawn: false });
        assert!(!family.can_leave_pair_open());
        family.leave_pair_open();
        assert!(family.closed_pair().is_some());
    }
}
