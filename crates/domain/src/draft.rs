//! What has been typed so far.

mod validate;
mod value;

pub use validate::Validated;
pub use value::{Entry, Value};

use crate::date::Date;
use crate::household::Household;
use crate::member::{Member, is_adult_age};
use crate::nik::Nik;
use crate::relation::Relation;
use serde::{Deserialize, Serialize};

/// A household as it stands in the form or in the rows of a list: text, right or wrong, and nothing lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HouseholdDraft {
    /// KK number as typed.
    pub kk: String,
    /// "This family has no KK": never preselected.
    pub without_kk: bool,
    /// The members, the head first.
    pub members: Vec<MemberDraft>,
    /// Number of people as typed.
    pub size: String,
    /// Street and number as typed.
    pub address: String,
    /// RT as typed.
    pub rt: String,
    /// RW as typed.
    pub rw: String,
    /// Telephone as typed.
    pub phone: String,
    /// Hit by the pandemic.
    pub affected: Option<bool>,
    /// Has a fixed income.
    pub fixed_income: Option<bool>,
    /// Note as typed.
    pub note: String,
}

/// A member as it stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberDraft {
    /// Name as typed.
    pub name: String,
    /// NIK as typed.
    pub nik: String,
    /// "This person has no NIK": never preselected.
    pub without_nik: bool,
    /// Place in the KK as typed or chosen.
    pub relation: String,
    /// Sex as typed or chosen.
    pub sex: String,
    /// Date of birth as typed.
    pub birth: String,
    /// Occupation as typed.
    pub occupation: String,
    /// Other aid as typed or chosen; see [`Aid::parse_loose`].
    pub aid: String,
}

impl HouseholdDraft {
    /// Who may follow the head, by position: the adults of the KK, husband or wife first; where there is no adult,
    /// everybody.
    pub fn heirs(&self, today: Date) -> Vec<usize> {
        let others = self.members.iter().enumerate().skip(1);
        let mut heirs: Vec<_> = others.filter(|(_, member)| !member.name.trim().is_empty()).collect();
        if heirs.iter().any(|(_, member)| member.is_adult(today)) {
            heirs.retain(|(_, member)| member.is_adult(today));
        }
        heirs.sort_by_key(|(_, it)| !matches!(it.relation(), Some(Relation::Husband | Relation::Wife)));
        heirs.into_iter().map(|(index, _)| index).collect()
    }
}

impl MemberDraft {
    /// The place in the KK, if it can be read.
    pub fn relation(&self) -> Option<Relation> {
        Relation::parse_loose(&self.relation)
    }

    /// Whether the person counts as an adult, as [`Member::is_adult`].
    pub fn is_adult(&self, today: Date) -> bool {
        let said = Date::parse_birth(&self.birth, today).ok();
        let birth = said.or_else(|| Nik::parse(&self.nik).ok()?.birth(today));
        is_adult_age(birth.map(|birth| birth.age_on(today)))
    }
}

/// The draft of a record, for changing it again.
impl From<&Household> for HouseholdDraft {
    fn from(household: &Household) -> Self {
        Self {
            kk: household.kk.map(|kk| kk.to_string()).unwrap_or_default(),
            without_kk: household.kk.is_none(),
            members: household.members().map(MemberDraft::from).collect(),
            size: household.stated_size.map(|n| n.to_string()).unwrap_or_default(),
            address: household.address.clone(),
            rt: household.rt.to_string(),
            rw: household.rw.to_string(),
            phone: household.phone.clone(),
            affected: household.affected,
            fixed_income: household.fixed_income,
            note: household.note.clone(),
        }
    }
}

impl From<&Member> for MemberDraft {
    fn from(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            nik: member.nik.map(|nik| nik.to_string()).unwrap_or_default(),
            without_nik: member.nik.is_none(),
            relation: member.relation.code().to_owned(),
            sex: member.sex.map(|sex| sex.code().to_owned()).unwrap_or_default(),
            birth: member.birth.map(|birth| birth.to_string()).unwrap_or_default(),
            occupation: member.occupation.clone(),
            aid: member.aid.map(|aid| aid.code().to_owned()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests;
