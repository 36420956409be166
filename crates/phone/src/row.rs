//! The list of families as it is looked through.

use crate::family::Family;
use crate::family_id::FamilyId;
use crate::family_state::FamilyState;
use crate::register::PhoneRegister;
use domain::{ChangeKind, Date};

/// A family in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyRow {
    /// The family.
    pub id: FamilyId,
    /// The name of its head, as typed.
    pub name: String,
    /// How many members were typed.
    pub size: usize,
    /// Its address, as typed; for the head of an RW with its RT.
    pub address: String,
    /// The head has no NIK.
    pub without_nik: bool,
    /// It has been saved at least once.
    pub saved: bool,
    /// Where it stands.
    pub state: FamilyState,
    /// It is not at its address.
    pub absence: Option<ChangeKind>,
    /// All that it is found by, in small letters.
    sought: String,
}

/// What somebody looks for in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FamilySearch {
    /// Words, or digits of a NIK or KK number.
    pub typed: String,
    /// Which families.
    pub which: FamilyFilter,
}

/// Families by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FamilyFilter {
    /// All.
    #[default]
    All,
    /// Something is to be mended, as the list says it.
    Mend,
    /// Not complete, or changed and not saved.
    Draft,
    /// Complete, and not in the drop box as they are now.
    Unsent,
}

impl FamilyRow {
    /// Every family, what is to be mended first, then by the names of their heads.
    pub fn all(register: &PhoneRegister, today: Date) -> Vec<Self> {
        let mut rows: Vec<Self> =
            register.by_name().into_iter().map(|family| Self::of(register, family, today)).collect();
        rows.sort_by_key(|row| !row.state.needs_mending());
        rows
    }

    fn of(register: &PhoneRegister, family: &Family, today: Date) -> Self {
        let draft = &family.draft;
        let address = register.home(family);
        let mut sought = [&address, " ", &draft.kk].concat();
        for member in &draft.members {
            sought.extend([" ", &member.name, " ", &member.nik]);
        }
        Self {
            id: family.id,
            name: family.name().to_owned(),
            size: draft.members.len(),
            address,
            without_nik: draft.members.first().is_some_and(|head| head.without_nik),
            saved: family.record.is_some(),
            state: register.state(family, today),
            absence: family.absence().map(|absence| absence.what),
            sought: sought.to_lowercase(),
        }
    }
}

impl FamilyFilter {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Mend, Self::Draft, Self::Unsent];

    /// Whether a family in this state is one of them.
    pub fn holds(self, state: &FamilyState) -> bool {
        match self {
            Self::All => true,
            Self::Mend => state.needs_mending(),
            Self::Draft => *state == FamilyState::Draft,
            Self::Unsent => {
                use FamilyState::{HandedOver, OnPhone, Stuck, Waiting};
                matches!(state, OnPhone | Waiting | HandedOver | Stuck)
            }
        }
    }
}

impl FamilySearch {
    /// The places of the rows that it finds. Every word must occur; digits may be grouped.
    pub fn among(&self, rows: &[FamilyRow]) -> Vec<usize> {
        let typed = self.typed.to_lowercase();
        let digits = typed.chars().all(|c| c.is_ascii_digit() || domain::sixteen::is_separator(c));
        let joined: String = typed.chars().filter(char::is_ascii_digit).collect();
        let words: Vec<&str> =
            if digits { vec![joined.as_str()] } else { typed.split_whitespace().collect() };
        let found = |row: &FamilyRow| {
            self.which.holds(&row.state) && words.iter().all(|word| row.sought.contains(word))
        };
        rows.iter().enumerate().filter(|(_, row)| found(row)).map(|(place, _)| place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Run, today};
    use crate::{Delivery, Refusal};

    fn register() -> PhoneRegister {
        let mut register = Run::new()
            .saves(1, "Siti Aminah")
            .saves(2, "Budi Contoh")
            .sends(Delivery::Failed(Refusal::TooLarge))
            .saves(3, "Joko Contoh")
            .types(4, "Ani")
            .0;
        register.change(FamilyId(1), |family| {
            family.draft.members[0].nik = "3174105205809012".into();
            family.saved = Some(family.draft.clone());
        });
        register
    }

    fn check(typed: &str, which: FamilyFilter, expect: &[&str]) {
        let rows = FamilyRow::all(&register(), today());
        let search = FamilySearch { typed: typed.into(), which };
        let found: Vec<&str> =
            search.among(&rows).into_iter().map(|place| rows[place].name.as_str()).collect();
        assert_eq!(found, expect, "{typed} {which:?}");
    }

    #[test]
    fn finds_by_name_number_and_address() {
        let all = ["Ani", "Budi Contoh", "Joko Contoh", "Siti Aminah"];
        check("", FamilyFilter::All, &all);
        check("  ", FamilyFilter::All, &all);
        check("contoh", FamilyFilter::All, &["Ani", "Budi Contoh", "Joko Contoh", "Siti Aminah"]);
        check("JOKO", FamilyFilter::All, &["Joko Contoh"]);
        check("minah siti", FamilyFilter::All, &["Siti Aminah"]);
        check("3174 1052", FamilyFilter::All, &["Siti Aminah"]);
        check("9012", FamilyFilter::All, &["Siti Aminah"]);
        check("jl. no. 1", FamilyFilter::All, &all);
        check("tidak ada", FamilyFilter::All, &[]);
    }

    #[test]
    fn the_list_of_an_rw_tells_the_rt() {
        let mut register = register();
        register.enrolment.rt = None;
        let rows = FamilyRow::all(&register, today());
        assert!(rows.iter().all(|row| row.address == "RT 5 · Jl. Contoh No. 1"), "{rows:?}");
    }

    #[test]
    fn finds_by_state() {
        check("", FamilyFilter::Draft, &["Ani"]);
        check("", FamilyFilter::Mend, &["Ani"]);
        check("", FamilyFilter::Unsent, &["Budi Contoh", "Joko Contoh", "Siti Aminah"]);
        check("joko", FamilyFilter::Draft, &[]);
    }
}
