//! By what a family is known again when it is listed once more.

use super::numbers::Numbers;
use super::spelling::letters;
use crate::draft::{HouseholdDraft, MemberDraft};
use crate::household::Household;
use crate::kk::KkNumber;
use crate::nik::Nik;

/// What tells that a family that is listed once more is one that is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FamilyKey {
    /// Its KK number.
    Kk(KkNumber),
    /// The NIK of its head. A member of another family may well have a family of their own: that says nothing.
    Head(Nik),
    /// Without a number: the name of its head and its address, letter by letter.
    Described {
        /// The name.
        name: String,
        /// The address.
        address: String,
    },
}

impl FamilyKey {
    /// The key of a record: the strongest that it has. Two KK numbers are two families, whoever heads them.
    pub fn of(household: &Household) -> Self {
        let numbered = household.kk.map(Self::Kk).or(household.head.nik.map(Self::Head));
        numbered.unwrap_or_else(|| Self::Described {
            name: letters(&household.head.name),
            address: letters(&household.address),
        })
    }

    /// Whether a record has this key, whatever stronger ones it has.
    pub fn fits(&self, household: &Household) -> bool {
        match self {
            Self::Kk(kk) => household.kk == Some(*kk),
            Self::Head(nik) => household.head.nik == Some(*nik),
            Self::Described { .. } => Self::of(household) == *self,
        }
    }

    /// The numbers of a draft by which it may be known, the strongest first. Its numbers may still be mended, so each is
    /// tried; and what is only described may be two families until it is complete.
    pub fn numbers(draft: &HouseholdDraft) -> impl Iterator<Item = Self> {
        let Numbers { kk, niks } = Numbers::of(draft);
        let head = niks.first().filter(|(index, _)| *index == 0).map(|(_, nik)| Self::Head(*nik));
        kk.map(Self::Kk).into_iter().chain(head)
    }
}

/// Whether two entries in one family are one person: by their NIK, or else by their names, letter by letter.
pub fn is_same_person(one: &MemberDraft, other: &MemberDraft) -> bool {
    match (Nik::parse(&one.nik), Nik::parse(&other.nik)) {
        (Ok(one), Ok(other)) => one == other,
        _ => letters(&one.name) == letters(&other.name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AreaCode, Date};

    const KK: &str = "3174101001099012";
    const NIK: &str = "3174105205809012";

    fn draft(kk: &str, nik: &str, name: &str, address: &str) -> HouseholdDraft {
        let head = MemberDraft {
            name: name.into(),
            nik: nik.into(),
            without_nik: nik.is_empty(),
            ..MemberDraft::default()
        };
        HouseholdDraft {
            kk: kk.into(),
            without_kk: kk.is_empty(),
            members: vec![head],
            address: address.into(),
            rt: "5".into(),
            rw: "2".into(),
            ..HouseholdDraft::default()
        }
    }

    fn record(draft: &HouseholdDraft) -> Household {
        let area = AreaCode::parse("31.74.10.1001").unwrap();
        draft.validate(&area, Date::parse("2021-03-12").unwrap()).unwrap().household
    }

    fn key(draft: &HouseholdDraft) -> FamilyKey {
        FamilyKey::of(&record(draft))
    }

    #[test]
    fn whoever_has_no_kk_number_may_be_a_family_that_has_one() {
        let with_kk = record(&draft(KK, NIK, "Siti", "Jl. A"));
        assert!(key(&draft("", NIK, "Budi", "Jl. B")).fits(&with_kk));
        assert!(!key(&draft("", "3174105205809013", "Siti", "Jl. A")).fits(&with_kk));
        assert!(!key(&draft("", "", "Siti", "Jl. A")).fits(&with_kk));
        assert!(key(&draft("", "", "siti", "JL A")).fits(&record(&draft("", "", "Siti", "Jl. A"))));
    }

    #[test]
    fn the_strongest_key_of_a_record_counts() {
        let siti = key(&draft(KK, NIK, "Siti", "Jl. A"));
        assert_eq!(siti, key(&draft("3174.1010.0109.9012", "", "Budi", "Jl. B")));
        assert_ne!(siti, key(&draft("", NIK, "Siti", "Jl. A")));
        assert_eq!(key(&draft("", NIK, "Siti", "Jl. A")), key(&draft("", NIK, "Siti A.", "Jl. B")));
        assert_eq!(key(&draft("", "", "Siti A.", "Jl. A No. 1")), key(&draft("", "", "SITI A", "jl a no 1")));
        assert_ne!(key(&draft("", "", "Siti", "Jl. A")), key(&draft("", "", "Siti", "Jl. B")));
    }

    #[test]
    fn a_draft_is_known_by_its_numbers_alone() {
        let numbers = |draft: &HouseholdDraft| FamilyKey::numbers(draft).count();
        assert_eq!(numbers(&draft(KK, NIK, "Siti", "Jl. A")), 2);
        assert_eq!(numbers(&draft("31741010", NIK, "Siti", "Jl. A")), 1);
        assert_eq!(numbers(&draft("", "", "Siti", "Jl. A")), 0);
    }

    #[test]
    fn a_person_is_known_by_number_or_by_name() {
        let check = |one: (&str, &str), other: (&str, &str), expect| {
            let member = |(nik, name): (&str, &str)| MemberDraft {
                name: name.into(),
                nik: nik.into(),
                ..MemberDraft::default()
            };
            assert_eq!(is_same_person(&member(one), &member(other)), expect, "{one:?} {other:?}");
        };
        check((NIK, "Siti"), (NIK, "Budi"), true);
        check((NIK, "Siti"), ("3174105205809013", "Siti"), false);
        check((NIK, "Siti"), ("", "siti"), true);
        check(("", "Siti A."), ("", "SITI  A"), true);
        check(("", "Siti"), ("", "Budi"), false);
    }
}
