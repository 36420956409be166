//! The fields of a family: what is asked, of whom, and how it is answered.

use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// A field of a household or member, in the order of the form.
    Field, "a field like nik" {
        /// KK number.
        Kk = "kk",
        /// Name.
        Name = "nama",
        /// NIK.
        Nik = "nik",
        /// Place in the KK.
        Relation = "hubungan",
        /// Sex.
        Sex = "jenis-kelamin",
        /// Date of birth.
        Birth = "tanggal-lahir",
        /// Occupation.
        Occupation = "pekerjaan",
        /// Other aid.
        Aid = "bantuan-lain",
        /// Street and number.
        Address = "alamat",
        /// RT.
        Rt = "rt",
        /// RW.
        Rw = "rw",
        /// Telephone.
        Phone = "telepon",
        /// Number of people.
        Size = "jumlah-jiwa",
        /// Hit by the pandemic.
        Affected = "terdampak",
        /// Fixed income.
        FixedIncome = "penghasilan-tetap",
        /// Whether somebody in the family is disabled.
        Disability = "disabilitas",
        /// Whether this is who is disabled.
        Disabled = "penyandang-disabilitas",
        /// Note.
        Note = "keterangan",
        /// The family as a whole.
        Household = "keluarga",
    }
}

/// Whose field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The household has it once.
    Household,
    /// Every member has it.
    Member,
}

/// How a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A KK number or NIK, or the statement that there is none.
    Number,
    /// A number of an RT or RW.
    Neighbourhood,
    /// A number of people.
    Count,
    /// A day of the calendar.
    Date,
    /// A telephone number.
    Telephone,
    /// A line of text.
    Text,
    /// A place in the KK, from a list.
    Relation,
    /// One of two, from a list.
    Sex,
    /// A programme, from a list.
    Aid,
    /// Yes or no.
    Answer,
    /// A tick where it is so.
    Tick,
    /// Not at all: it stands for the whole family.
    Nothing,
}

impl Field {
    /// Whose it is.
    pub const fn owner(self) -> Owner {
        match self {
            Self::Kk
            | Self::Address
            | Self::Rt
            | Self::Rw
            | Self::Phone
            | Self::Size
            | Self::Affected
            | Self::FixedIncome
            | Self::Disability
            | Self::Note
            | Self::Household => Owner::Household,
            Self::Name
            | Self::Nik
            | Self::Relation
            | Self::Sex
            | Self::Birth
            | Self::Occupation
            | Self::Aid
            | Self::Disabled => Owner::Member,
        }
    }

    /// How it is answered.
    pub const fn input(self) -> Input {
        match self {
            Self::Kk | Self::Nik => Input::Number,
            Self::Rt | Self::Rw => Input::Neighbourhood,
            Self::Size => Input::Count,
            Self::Birth => Input::Date,
            Self::Phone => Input::Telephone,
            Self::Name | Self::Occupation | Self::Address | Self::Note => Input::Text,
            Self::Relation => Input::Relation,
            Self::Sex => Input::Sex,
            Self::Aid => Input::Aid,
            Self::Affected | Self::FixedIncome | Self::Disability => Input::Answer,
            Self::Disabled => Input::Tick,
            Self::Household => Input::Nothing,
        }
    }

    /// The fields of a household, or those of each member.
    pub fn of(owner: Owner) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |field| field.owner() == owner)
    }
}

/// Where in a household a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Position of the member, 0 the head; `None`: the household itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<usize>,
    /// The field.
    pub field: Field,
}

impl Place {
    /// A field of the household.
    pub const fn of_household(field: Field) -> Self {
        Self { member: None, field }
    }

    /// A field of a member.
    pub const fn of_member(index: usize, field: Field) -> Self {
        Self { member: Some(index), field }
    }
}
