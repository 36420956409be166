//! Families on this phone that look like one.

use crate::family::Family;
use crate::family_id::FamilyId;
use crate::register::PhoneRegister;
use crate::ruled_out::RuledOut;
use domain::{Field, HouseholdDraft, MatchKey, NotDuplicate, Place, Similarity};

/// Another family that may be the one at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DuplicateCandidate {
    /// The other.
    pub id: FamilyId,
    /// Why it looks the same.
    pub similarity: Similarity,
    /// The field that gives it away.
    pub place: Place,
}

/// How many families are made ready before the phone may do something else.
const AT_ONCE: usize = 40;

/// All other families, made ready for comparing at every letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates(Vec<(FamilyId, MatchKey)>);

impl Candidates {
    /// All families but one.
    #[cfg(test)]
    fn of(register: &PhoneRegister, id: FamilyId) -> Self {
        let mut others = Self::default();
        while others.gather(register, id) {}
        others
    }

    /// Makes some more families ready; `false` once there are no more. All at once would hold up a cheap phone.
    pub fn gather(&mut self, register: &PhoneRegister, id: FamilyId) -> bool {
        let others = register.present().filter(|family| family.id != id).skip(self.0.len()).take(AT_ONCE);
        let before = self.0.len();
        self.0.extend(others.map(|family| (family.id, MatchKey::of(&family.draft))));
        self.0.len() == before + AT_ONCE
    }

    /// Those that look like what is typed, the likest first.
    pub fn duplicates(&self, draft: &HouseholdDraft) -> Vec<DuplicateCandidate> {
        let traits = MatchKey::of(draft);
        let duplicate = |(id, other): &(FamilyId, MatchKey)| {
            let similarity = traits.likeness(other)?;
            Some(DuplicateCandidate { id: *id, similarity, place: place(similarity, &traits, other) })
        };
        let mut duplicates: Vec<DuplicateCandidate> = self.0.iter().filter_map(duplicate).collect();
        duplicates.sort_by_key(|duplicate| std::cmp::Reverse(duplicate.similarity));
        duplicates
    }
}

impl Family {
    /// Says that another family is not this one.
    pub fn rule_out(&mut self, duplicate: &DuplicateCandidate, reason: &str) {
        self.reconsider_duplicate(duplicate.id);
        let reason = reason.trim().to_owned();
        self.ruled_out.push(RuledOut { other: duplicate.id, similarity: duplicate.similarity, reason });
    }

    /// Takes back that another family is not this one.
    pub fn reconsider_duplicate(&mut self, other: FamilyId) {
        self.ruled_out.retain(|ruled_out| ruled_out.other != other);
    }

    /// How it is told from another; `None` if nobody has said so of a similarity this strong.
    pub fn why_not(&self, other: FamilyId, similarity: Similarity) -> Option<&str> {
        let said = self
            .ruled_out
            .iter()
            .find(|ruled_out| ruled_out.other == other && ruled_out.similarity >= similarity);
        said.map(|ruled_out| ruled_out.reason.as_str())
    }
}

impl PhoneRegister {
    /// How two families are told from each other, whichever of them it was said of.
    pub fn why_not_duplicate(&self, id: FamilyId, duplicate: &DuplicateCandidate) -> Option<&str> {
        let told =
            |one, other| self.family(one).and_then(|family| family.why_not(other, duplicate.similarity));
        told(id, duplicate.id).or_else(|| told(duplicate.id, id))
    }

    /// What was said of other families, by their codes: the offices know those that have one.
    pub(super) fn not_same(&self, family: &Family) -> Vec<NotDuplicate> {
        let said = family.ruled_out.iter();
        said.filter_map(|ruled_out| {
            let code = self.family(ruled_out.other)?.code()?;
            Some(NotDuplicate { code, reason: ruled_out.reason.clone() })
        })
        .collect()
    }
}

fn place(similarity: Similarity, traits: &MatchKey, other: &MatchKey) -> Place {
    match similarity {
        Similarity::Nik => Place { member: traits.numbers.shared_nik(&other.numbers), field: Field::Nik },
        Similarity::Kk => Place { member: None, field: Field::Kk },
        Similarity::NameAndAddress => Place { member: None, field: Field::Address },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Run, draft};

    const NIK: &str = "3174105205809012";

    fn duplicate(similarity: Similarity) -> DuplicateCandidate {
        DuplicateCandidate {
            id: FamilyId(2),
            similarity,
            place: Place { member: None, field: Field::Address },
        }
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
        let duplicates = Candidates::of(&register, FamilyId(1)).duplicates(&typed);
        let seen: Vec<_> = duplicates
            .iter()
            .map(|duplicate| (duplicate.id.0, duplicate.similarity, duplicate.place.member))
            .collect();
        assert_eq!(seen, [(3, Similarity::Nik, Some(1)), (2, Similarity::NameAndAddress, None)]);
    }

    #[test]
    fn a_family_is_not_its_own_twin_and_one_taken_back_is_none() {
        let run = Run::new().saves(1, "Siti").saves(2, "Siti").sends(crate::Delivery::Delivered);
        let duplicates =
            |register: &PhoneRegister| Candidates::of(register, FamilyId(1)).duplicates(&draft("Siti")).len();
        assert_eq!(duplicates(&run.0), 1);
        assert_eq!(duplicates(&run.removes(2).0), 0);
    }

    #[test]
    fn what_was_said_of_a_weak_sign_does_not_answer_a_strong_one() {
        let mut register = Run::new().types(1, "Siti").types(2, "Siti").0;
        register.change(FamilyId(1), |family| {
            family.rule_out(&duplicate(Similarity::NameAndAddress), "kakak beradik")
        });
        assert_eq!(
            register.why_not_duplicate(FamilyId(1), &duplicate(Similarity::NameAndAddress)),
            Some("kakak beradik")
        );
        assert_eq!(register.why_not_duplicate(FamilyId(1), &duplicate(Similarity::Nik)), None);
        // It holds seen from the other side too.
        let other = DuplicateCandidate { id: FamilyId(1), ..duplicate(Similarity::NameAndAddress) };
        assert_eq!(register.why_not_duplicate(FamilyId(2), &other), Some("kakak beradik"));
    }

    #[test]
    fn the_offices_hear_of_it_by_code() {
        let mut register = Run::new().saves(1, "Siti").types(2, "Siti").0;
        register.change(FamilyId(1), |family| {
            family.rule_out(&duplicate(Similarity::NameAndAddress), "kakak beradik")
        });
        let said = |register: &PhoneRegister| {
            register.list(crate::tests::today()).households[0].remarks.not_same.clone()
        };
        assert!(said(&register).is_empty());
        let register = Run(register).saves(2, "Siti").0;
        assert_eq!(said(&register)[0].code, register.families[1].code().unwrap());
    }
}
