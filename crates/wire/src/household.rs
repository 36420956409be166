//! A family as it stands in a list.

use crate::code::{known, known_if, within};
use domain::{Aid, AreaCode, Code, Date, Household, KkNumber, Member, Nik, Relation, Rt, Rw, Sex};
use serde::{Deserialize, Serialize};

/// A family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Household"))]
pub struct HouseholdDto {
    /// The family card; a family may have none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<KkNumber>,
    /// The head of the family.
    pub head: MemberDto,
    /// Everybody else in the KK.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<MemberDto>,
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
    /// Lost income through the pandemic (rule 2); absent: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affected: Option<bool>,
    /// Has a fixed income (rule 2); absent: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_income: Option<bool>,
    /// Whether somebody is disabled; absent: not asked yet. Who it is, the members say, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disability: Option<bool>,
    /// What the RT head wants the offices to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One person of a family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Member"))]
pub struct MemberDto {
    /// As on the KTP or KK, with its titles.
    pub name: String,
    /// Absent is a statement of its own: this person has no NIK. That bars nobody (eligibility rule 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nik: Option<Nik>,
    /// The place in the KK.
    pub relation: Code<Relation>,
    /// As on the KTP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Code<Sex>>,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth: Option<Date>,
    /// Other aid that this person receives; it counts for the whole KK (eligibility rule 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid: Option<Code<Aid>>,
    /// Is disabled. Absent says nothing of whether anybody was asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// What the person lives on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
}

impl From<&Household> for HouseholdDto {
    fn from(household: &Household) -> Self {
        let household = household.clone();
        Self {
            kk: household.kk,
            head: (&household.head).into(),
            others: household.others.iter().map(MemberDto::from).collect(),
            stated_size: household.stated_size,
            area: household.area,
            rt: household.rt,
            rw: household.rw,
            address: household.address,
            phone: household.phone,
            affected: household.affected,
            fixed_income: household.fixed_income,
            disability: household.disability,
            note: household.note,
        }
    }
}

impl HouseholdDto {
    /// The family; or the field whose code this program does not know.
    pub(crate) fn read(&self) -> Result<Household, String> {
        let others = self.others.iter().enumerate();
        let others = others.map(|(at, other)| other.read().map_err(within(&format!("others.{at}"))));
        Ok(Household {
            kk: self.kk,
            head: self.head.read().map_err(within("head"))?,
            others: others.collect::<Result<_, _>>()?,
            stated_size: self.stated_size,
            area: self.area.clone(),
            rt: self.rt,
            rw: self.rw,
            address: self.address.clone(),
            phone: self.phone.clone(),
            affected: self.affected,
            fixed_income: self.fixed_income,
            disability: self.disability,
            note: self.note.clone(),
        })
    }
}

impl From<&Member> for MemberDto {
    fn from(member: &Member) -> Self {
        let Member { name, nik, relation, sex, birth, aid, disabled, occupation } = member;
        Self {
            name: name.clone(),
            nik: *nik,
            relation: (*relation).into(),
            sex: sex.map(Code::Known),
            birth: *birth,
            aid: aid.map(Code::Known),
            disabled: *disabled,
            occupation: occupation.clone(),
        }
    }
}

impl MemberDto {
    /// The member; or the field whose code this program does not know.
    pub(crate) fn read(&self) -> Result<Member, String> {
        Ok(Member {
            name: self.name.clone(),
            nik: self.nik,
            relation: known(&self.relation, "relation")?,
            sex: known_if(self.sex.as_ref(), "sex")?,
            birth: self.birth,
            aid: known_if(self.aid.as_ref(), "aid")?,
            disabled: self.disabled,
            occupation: self.occupation.clone(),
        })
    }
}
