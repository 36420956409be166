//! A family that passed its checks.

use crate::aid::Aid;
use crate::area::AreaCode;
use crate::date::Date;
use crate::kk::KkNumber;
use crate::member::Member;
use crate::nik::Nik;
use crate::reading::tells_of_disability;
use crate::rt_rw::{Rt, Rw};
use serde::{Deserialize, Serialize};

/// A family as a record: built only by [`HouseholdDraft::validate`](crate::HouseholdDraft::validate) or read back
/// from where such a record was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// The family card; a family may have none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<KkNumber>,
    /// The head of the family.
    pub head: Member,
    /// Everybody else in the KK.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Member>,
    /// How many people the list says there are, where it names the head only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_size: Option<u16>,
    /// Kelurahan of domicile.
    pub area: AreaCode,
    /// RT of domicile.
    pub rt: Rt,
    /// RW of domicile.
    pub rw: Rw,
    /// Street and number, free text.
    pub address: String,
    /// A telephone number, as given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Lost income through the pandemic (rule 2); `None`: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affected: Option<bool>,
    /// Has a fixed income (rule 2); `None`: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_income: Option<bool>,
    /// Whether somebody is disabled; `None`: not asked yet. Who it is, the members say, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disability: Option<bool>,
    /// What the RT head wants the offices to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Household {
    /// The whole family, head first.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        std::iter::once(&self.head).chain(&self.others)
    }

    /// The whole family, to be changed.
    pub(crate) fn members_mut(&mut self) -> impl Iterator<Item = &mut Member> {
        std::iter::once(&mut self.head).chain(&mut self.others)
    }

    /// Every NIK of the family.
    pub fn niks(&self) -> impl Iterator<Item = Nik> {
        self.members().filter_map(|member| member.nik)
    }

    /// How many people: those named, or the number stated if it is larger.
    pub fn size(&self) -> usize {
        let named = 1 + self.others.len();
        self.stated_size.map_or(named, |stated| named.max(usize::from(stated)))
    }

    /// The first other aid in the family, with the member who receives it.
    pub fn other_aid(&self) -> Option<(&Member, Aid)> {
        self.members().find_map(|member| member.aid.map(|aid| (member, aid)))
    }

    /// Whether somebody in it is old (60 or more: UU 13/1998) or disabled: prioritised when points are assigned. Where nobody
    /// was asked, the words of the note count: older lists have no other place for it.
    pub fn is_frail(&self, today: Date) -> bool {
        self.members().any(|member| member.age_on(today).is_some_and(|age| age >= 60))
            || self.disability.unwrap_or_else(|| tells_of_disability(&self.note))
    }
}
