//! The stages of the form of a family, one topic each.

use domain::Field;

/// A stage, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormStage {
    /// The family card.
    Card,
    /// Who belongs to the family.
    Members,
    /// Where it lives.
    Home,
    /// What happened to its income.
    Situation,
    /// Other aid that somebody receives.
    Aid,
    /// All of it, before it is saved.
    Review,
}

impl FormStage {
    /// Every stage, in order.
    pub const ALL: [Self; 6] =
        [Self::Card, Self::Members, Self::Home, Self::Situation, Self::Aid, Self::Review];

    /// The stage in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Card => "keluarga",
            Self::Members => "anggota",
            Self::Home => "tempat-tinggal",
            Self::Situation => "keadaan",
            Self::Aid => "bantuan-lain",
            Self::Review => "tinjau",
        }
    }

    /// Reads the stage in an address; without one, the first.
    pub fn parse(code: &str) -> Option<Self> {
        if code.is_empty() {
            return Some(Self::Card);
        }
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Its place in the form, from 1.
    pub fn position(self) -> usize {
        Self::ALL.iter().take_while(|stage| **stage != self).count() + 1
    }

    /// The stage after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.position()).copied()
    }

    /// The stage before this one.
    pub fn back(self) -> Option<Self> {
        Self::ALL.into_iter().take_while(|stage| *stage != self).last()
    }

    /// The stage that asks for a field.
    pub fn of(field: Field) -> Self {
        match field {
            Field::Kk | Field::Household => Self::Card,
            Field::Name | Field::Nik | Field::Relation | Field::Sex | Field::Birth | Field::Occupation => {
                Self::Members
            }
            Field::Address | Field::Rt | Field::Rw | Field::Phone | Field::Size => Self::Home,
            Field::Affected | Field::FixedIncome | Field::Disability | Field::Disabled | Field::Note => {
                Self::Situation
            }
            Field::Aid => Self::Aid,
        }
    }

    /// The fields that are asked for on this stage, in the order of the form. The number of people and the note come from
    /// lists alone.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        let from_lists = |field| matches!(field, Field::Size | Field::Note | Field::Household);
        Field::ALL.iter().copied().filter(move |field| Self::of(*field) == self && !from_lists(*field))
    }
}
