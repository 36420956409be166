//! Families on this phone that look like one.

use super::{Family, FamilyId, Register};
use domain::{Field, HouseholdDraft, MatchKey, NotDuplicate, Place, Similarity};
use serde::{Deserialize, Serialize};

/// Another family that may be the one at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The other.
    pub id: FamilyId,
    /// Why it looks the same.
    pub likeness: Similarity,
    /// The field that gives it away.
    pub place: Place,
}

/// That another family is not this one, although it looks like it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlike {
    /// The other.
    pub other: FamilyId,
    /// The strongest sign that was looked at; a stronger one asks again.
    pub likeness: Similarity,
    /// How one tells them apart.
    pub reason: String,
}

/// How many families are made ready before the phone may do something else.
const AT_ONCE: usize = 40;

/// All other families, made ready for comparing at every letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Others(Vec<(FamilyId, MatchKey)>);

impl Others {
    /// All families but one.
    #[cfg(test)]
    fn of(register: &Register, id: FamilyId) -> Self {
        let mut others = Self::default();
        while others.gather(register, id) {}
        others
    }

    /// Makes some more families ready; `false` once there are no more. All at once would hold up a cheap phone.
    pub fn gather(&mut self, register: &Register, id: FamilyId) -> bool {
        let others = register.present().filter(|family| family.id != id).skip(self.0.len()).take(AT_ONCE);
        let before = self.0.len();
        self.0.extend(others.map(|family| (family.id, MatchKey::of(&family.draft))));
        self.0.len() == before + AT_ONCE
    }

    /// Those that look like what is typed, the likest first.
    pub fn twins(&self, draft: &HouseholdDraft) -> Vec<Twin> {
        let traits = MatchKey::of(draft);
        let twin = |(id, other): &(FamilyId, MatchKey)| {
            let likeness = traits.likeness(other)?;
            Some(Twin { id: *id, likeness, place: place(likeness, &traits, other) })
        };
        let mut twins: Vec<Twin> = self.0.iter().filter_map(twin).collect();
        twins.sort_by_key(|twin| std::cmp::Reverse(twin.likeness));
        twins
    }
}

impl Family {
    /// Says that another family is not this one.
    pub fn is_not(&mut self, twin: &Twin, reason: &str) {
        self.may_be(twin.id);
        let reason = reason.trim().to_owned();
        self.unlike.push(Unlike { other: twin.id, likeness: twin.likeness, reason });
    }

    /// Takes back that another family is not this one.
    pub fn may_be(&mut self, other: FamilyId) {
        self.unlike.retain(|unlike| unlike.other != other);
    }

    /// How it is told from another; `None` if nobody has said so of a likeness this strong.
    pub fn told_from(&self, other: FamilyId, likeness: Similarity) -> Option<&str> {
        let said = self.unlike.iter().find(|unlike| unlike.other == other && unlike.likeness >= likeness);
        said.map(|unlike| unlike.reason.as_str())
    }
}

impl Register {
    /// How two families are told from each other, whichever of them it was said of.
    pub fn told_apart(&self, id: FamilyId, twin: &Twin) -> Option<&str> {
        let told = |one, other| self.family(one).and_then(|family| family.told_from(other, twin.likeness));
        told(id, twin.id).or_else(|| told(twin.id, id))
    }

    /// What was said of other families, by their codes: the offices know those that have one.
    pub(super) fn not_same(&self, family: &Family) -> Vec<NotDuplicate> {
        let said = family.unlike.iter();
        said.filter_map(|unlike| {
            let code = self.family(unlike.other)?.code()?;
            Some(NotDuplicate { code, reason: unlike.reason.clone() })
        })
        .collect()
    }
}

fn place(likeness: Similarity, traits: &MatchKey, other: &MatchKey) -> Place {
    match likeness {
        Similarity::Nik => {
            let shared = traits.niks.iter().find(|(_, nik)| other.niks.iter().any(|(_, its)| its == nik));
            Place { member: shared.map(|(index, _)| *index), field: Field::Nik }
        }
        Similarity::Kk => Place { member: None, field: Field::Kk },
        Similarity::NameAndAddress => Place { member: None, field: Field::Address },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Run, draft};

    const NIK: &str = "3174105205809012";

    fn twin(likeness: Similarity) -> Twin {
        Twin { id: FamilyId(2), likeness, place: Place { member: None, field: Field::Address } }
    }

    #[test]
    fn the_likest_comes_first() {
        let mut register = Run::new().types(1, "Siti Aminah").types(2, "Siti Amina").types(3, "Budi").0;
        register.edit(FamilyId(3), |draft| {
            draft.members[0].without_nik = false;
            draft.members[0].nik = NIK.into();
        });
        let mut typed = draft("Siti Aminah");
        typed.members.push(register.family(FamilyId(3)).unwrap().draft.members[0].clone());
        let twins = Others::of(&register, FamilyId(1)).twins(&typed);
        let seen: Vec<_> = twins.iter().map(|twin| (twin.id.0, twin.likeness, twin.place.member)).collect();
        assert_eq!(seen, [(3, Similarity::Nik, Some(1)), (2, Similarity::NameAndAddress, None)]);
    }

    #[test]
    fn a_family_is_not_its_own_twin_and_one_taken_back_is_none() {
        let run = Run::new().saves(1, "Siti").saves(2, "Siti").sends(crate::Delivery::Delivered);
        let twins = |register: &Register| Others::of(register, FamilyId(1)).twins(&draft("Siti")).len();
        assert_eq!(twins(&run.0), 1);
        assert_eq!(twins(&run.removes(2).0), 0);
    }

    #[test]
    fn what_was_said_of_a_weak_sign_does_not_answer_a_strong_one() {
        let mut register = Run::new().types(1, "Siti").types(2, "Siti").0;
        register
            .change(FamilyId(1), |family| family.is_not(&twin(Similarity::NameAndAddress), "kakak beradik"));
        assert_eq!(
            register.told_apart(FamilyId(1), &twin(Similarity::NameAndAddress)),
            Some("kakak beradik")
        );
        assert_eq!(register.told_apart(FamilyId(1), &twin(Similarity::Nik)), None);
        // It holds seen from the other side too.
        let other = Twin { id: FamilyId(1), ..twin(Similarity::NameAndAddress) };
        assert_eq!(register.told_apart(FamilyId(2), &other), Some("kakak beradik"));
    }

    #[test]
    fn the_offices_hear_of_it_by_code() {
        let mut register = Run::new().saves(1, "Siti").types(2, "Siti").0;
        register
            .change(FamilyId(1), |family| family.is_not(&twin(Similarity::NameAndAddress), "kakak beradik"));
        let said =
            |register: &Register| register.list(crate::tests::today()).households[0].remarks.not_same.clone();
        assert!(said(&register).is_empty());
        let register = Run(register).saves(2, "Siti").0;
        assert_eq!(said(&register)[0].code, register.families[1].code().unwrap());
    }
}
