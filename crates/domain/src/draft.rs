//! What has been typed so far.

mod validate;
mod value;

pub use validate::Validated;
pub use value::{Entry, Value};

use crate::area::AreaCode;
use crate::date::Date;
use crate::field::{Field, Place};
use crate::household::Household;
use crate::kk::KkNumber;
use crate::member::{Member, is_adult_age};
use crate::nik::Nik;
use crate::relation::Relation;
use crate::rt_rw::{Rt, Rw};
use serde::{Deserialize, Serialize};
use value::{Kept, Slot, table};

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
    /// Somebody is disabled.
    pub disability: Option<bool>,
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
    /// Other aid as typed or chosen; see [`Aid::parse_loose`](crate::Aid::parse_loose).
    pub aid: String,
    /// Is disabled; counts where somebody in the family is.
    pub disabled: bool,
}

/// What must be in order before there is a record.
struct CheckedParts {
    kk: Option<KkNumber>,
    head: Member,
    others: Vec<Member>,
    address: String,
    rt: Rt,
    rw: Rw,
    phone: String,
    note: String,
}

impl HouseholdDraft {
    table! { household, member:
        Kk = Number household(kk, without_kk);
        Name = Text member(name);
        Nik = Number member(nik, without_nik);
        Relation = Text member(relation);
        Sex = Text member(sex);
        Birth = Text member(birth);
        Occupation = Text member(occupation);
        Aid = Text member(aid);
        Address = Text household(address);
        Rt = Text household(rt);
        Rw = Text household(rw);
        Phone = Text household(phone);
        Size = Text household(size);
        Affected = Answer household(affected);
        FixedIncome = Answer household(fixed_income);
        Disability = Answer household(disability);
        Disabled = Tick member(disabled);
        Note = Text household(note);
    }

    /// The record of what was typed, whose parts were found to be in order.
    fn record(&self, parts: CheckedParts, area: AreaCode) -> Household {
        let CheckedParts { kk, head, others, address, rt, rw, phone, note } = parts;
        let is_named = self.members.iter().any(|member| member.disabled);
        let mut household = Household {
            kk,
            head,
            others,
            stated_size: self.size.trim().parse().ok(),
            area,
            rt,
            rw,
            address,
            phone,
            affected: self.affected,
            fixed_income: self.fixed_income,
            disability: self.disability.or(is_named.then_some(true)),
            note,
        };
        if household.disability != Some(true) {
            household.members_mut().for_each(|member| member.disabled = false);
        }
        household
    }

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
        let said = Date::parse_past(&self.birth, today).ok();
        let birth = said.or_else(|| Nik::parse(&self.nik).ok()?.birth(today));
        is_adult_age(birth.map(|birth| birth.age_on(today)))
    }
}

/// A spreadsheet, or a hurried hand, drops the 0 that every number begins with.
fn dialled(phone: &str) -> String {
    let phone = phone.trim();
    if phone.starts_with('8') { ["0", phone].concat() } else { phone.to_owned() }
}

/// The draft of a record, for changing it again.
impl From<&Household> for HouseholdDraft {
    fn from(household: &Household) -> Self {
        // All parts are named: a new one does not compile before it has its place in the draft.
        let Household {
            kk,
            head: _,
            others: _,
            stated_size,
            area: _,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = household;
        Self {
            kk: kk.map(|kk| kk.to_string()).unwrap_or_default(),
            without_kk: kk.is_none(),
            members: household.members().map(MemberDraft::from).collect(),
            size: stated_size.map(|n| n.to_string()).unwrap_or_default(),
            address: address.clone(),
            rt: rt.to_string(),
            rw: rw.to_string(),
            phone: phone.clone(),
            affected: *affected,
            fixed_income: *fixed_income,
            disability: *disability,
            note: note.clone(),
        }
    }
}

impl From<&Member> for MemberDraft {
    fn from(member: &Member) -> Self {
        let Member { name, nik, relation, sex, birth, aid, disabled, occupation } = member;
        Self {
            name: name.clone(),
            nik: nik.map(|nik| nik.to_string()).unwrap_or_default(),
            without_nik: nik.is_none(),
            relation: relation.code().to_owned(),
            sex: sex.map(|sex| sex.code().to_owned()).unwrap_or_default(),
            birth: birth.map(|birth| birth.to_string()).unwrap_or_default(),
            occupation: occupation.clone(),
            aid: aid.map(|aid| aid.code().to_owned()).unwrap_or_default(),
            disabled: *disabled,
        }
    }
}

impl HouseholdDraft {
    /// Puts something into a field; nothing changes where the field does not take it.
    pub fn set(&mut self, place: Place, entry: Entry) {
        match (self.slot(place), entry) {
            (Some(Slot::Text(text) | Slot::Number(text, _)), Entry::Text(typed)) => *text = typed,
            (Some(Slot::Number(_, without)), Entry::Without(said)) => *without = said,
            (Some(Slot::Answer(answer)), Entry::Answer(said)) => *answer = said,
            (Some(Slot::Tick(tick)), Entry::Tick(said)) => *tick = said,
            (Some(_) | None, _) => {}
        }
    }

    /// Takes over what stands in the same field of another draft.
    pub fn copy(&mut self, place: Place, other: &Self) {
        match (self.slot(place), other.get(place)) {
            (Some(Slot::Text(text)), Some(Value::Text(said))) => said.clone_into(text),
            (Some(Slot::Number(text, without)), Some(Value::Number(said, is_without))) => {
                said.clone_into(text);
                *without = is_without;
            }
            (Some(Slot::Answer(answer)), Some(Value::Answer(said))) => *answer = said,
            (Some(Slot::Tick(tick)), Some(Value::Tick(said))) => *tick = said,
            (Some(_) | None, _) => {}
        }
    }

    /// The text or number of a field as typed; empty where it has none.
    pub fn text(&self, place: Place) -> &str {
        match self.get(place) {
            Some(Value::Text(text) | Value::Number(text, _)) => text,
            Some(Value::Answer(_) | Value::Tick(_)) | None => "",
        }
    }

    /// Whether it is stated that there is no such number.
    pub fn is_without(&self, place: Place) -> bool {
        matches!(self.get(place), Some(Value::Number(_, true)))
    }

    /// Whether a field is ticked.
    pub fn is_ticked(&self, place: Place) -> bool {
        matches!(self.get(place), Some(Value::Tick(true)))
    }

    /// The answer to a question; `None`: not asked yet, or no question.
    pub fn answer(&self, place: Place) -> Option<bool> {
        match self.get(place) {
            Some(Value::Answer(answer)) => answer,
            Some(Value::Text(_) | Value::Number(..) | Value::Tick(_)) | None => None,
        }
    }
}

#[cfg(test)]
mod tests;
