//! What has been typed so far.

use crate::area::{AreaCode, city_name};
use crate::date::Date;
use crate::household::{Aid, Household};
use crate::kk::KkNumber;
use crate::member::{Member, Relation, Sex};
use crate::nik::Nik;
use crate::problem::{Fault, Field, Place, Problem};
use crate::rt_rw::{Rt, Rw};
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

/// A record, and what should be looked at all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validated {
    /// The record.
    pub household: Household,
    /// What to look at.
    pub warnings: Vec<Problem>,
}

impl HouseholdDraft {
    /// Turns the draft into a record. `area` is the kelurahan whose list this is; `today` bounds birth dates.
    ///
    /// # Errors
    /// Every bar and every warning, in the order of the form, if there is at least one bar.
    pub fn validate(&self, area: &AreaCode, today: Date) -> Result<Validated, Vec<Problem>> {
        let mut check = Check { today, problems: Vec::new() };
        let kk = check.kk(self);
        let members = check.members(&self.members);
        let address = check.required(None, Field::Address, &self.address);
        let rt = check.rt(&self.rt);
        let rw = check.rw(&self.rw);
        check.answered(Field::Affected, self.affected);
        check.answered(Field::FixedIncome, self.fixed_income);
        let Check { problems, .. } = check;

        let mut members = members.into_iter();
        match (members.next(), address, rt, rw) {
            (Some(head), Some(address), Some(rt), Some(rw))
                if problems.iter().all(|p| p.fault.is_warning()) =>
            {
                let household = Household {
                    kk,
                    head,
                    others: members.collect(),
                    stated_size: self.size.trim().parse().ok(),
                    area: area.clone(),
                    rt,
                    rw,
                    address,
                    phone: dialled(&self.phone),
                    affected: self.affected,
                    fixed_income: self.fixed_income,
                    note: self.note.trim().to_owned(),
                };
                Ok(Validated { household, warnings: problems })
            }
            _ => Err(problems),
        }
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

/// The words with single blanks between them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A spreadsheet, or a hurried hand, drops the 0 that every number begins with.
fn dialled(phone: &str) -> String {
    let phone = phone.trim();
    if phone.starts_with('8') { ["0", phone].concat() } else { phone.to_owned() }
}

/// Collects problems while the values are read.
struct Check {
    today: Date,
    problems: Vec<Problem>,
}

impl Check {
    fn note(&mut self, member: Option<usize>, field: Field, fault: Fault) {
        self.problems.push(Problem { place: Place { member, field }, fault });
    }

    fn required(&mut self, member: Option<usize>, field: Field, text: &str) -> Option<String> {
        let text = one_line(text);
        if text.is_empty() {
            self.note(member, field, Fault::Missing);
            return None;
        }
        Some(text)
    }

    fn answered(&mut self, field: Field, answer: Option<bool>) {
        if answer.is_none() {
            self.note(None, field, Fault::Unanswered);
        }
    }

    fn kk(&mut self, draft: &HouseholdDraft) -> Option<KkNumber> {
        if draft.without_kk {
            self.note(None, Field::Kk, Fault::WithoutKk);
            return None;
        }
        let kk = KkNumber::parse(&draft.kk);
        match kk {
            Err(fault) => self.note(None, Field::Kk, Fault::Number(fault)),
            Ok(kk) if city_name(kk.digits().number(0, 4)).is_none() => {
                self.note(None, Field::Kk, Fault::ForeignRegion);
            }
            Ok(_) => {}
        }
        kk.ok()
    }

    fn rt(&mut self, text: &str) -> Option<Rt> {
        let rt = Rt::parse(text).ok();
        self.neighbourhood(Field::Rt, rt.map(Rt::is_unusual));
        rt
    }

    fn rw(&mut self, text: &str) -> Option<Rw> {
        let rw = Rw::parse(text).ok();
        self.neighbourhood(Field::Rw, rw.map(Rw::is_unusual));
        rw
    }

    fn neighbourhood(&mut self, field: Field, unusual: Option<bool>) {
        match unusual {
            None => self.note(None, field, Fault::Neighbourhood),
            Some(true) => self.note(None, field, Fault::UnusualNeighbourhood),
            Some(false) => {}
        }
    }

    /// The members that can be records; a household with a barred member is barred whole.
    fn members(&mut self, drafts: &[MemberDraft]) -> Vec<Member> {
        if drafts.is_empty() {
            self.note(Some(0), Field::Name, Fault::Missing);
        }
        let members = drafts.iter().enumerate().filter_map(|(i, draft)| self.member(i, draft)).collect();
        let niks: Vec<Option<Nik>> = drafts.iter().map(|draft| Nik::parse(&draft.nik).ok()).collect();
        for (i, nik) in niks.iter().enumerate() {
            let earlier = nik.and_then(|nik| niks.iter().take(i).position(|other| *other == Some(nik)));
            if let Some(earlier) = earlier {
                self.note(Some(i), Field::Nik, Fault::SameNik(earlier));
            }
        }
        members
    }

    fn member(&mut self, i: usize, draft: &MemberDraft) -> Option<Member> {
        let name = self.required(Some(i), Field::Name, &draft.name);
        let sex = Sex::parse_loose(&draft.sex);
        let birth = self.birth(i, &draft.birth);
        let nik = self.nik(i, draft, sex, birth);
        let aid = Aid::parse(&draft.aid).ok().or_else(|| Aid::parse_loose(&draft.aid));
        if aid.is_some() {
            self.note(Some(i), Field::Aid, Fault::OtherAid);
        }
        Some(Member {
            name: name?,
            nik,
            relation: self.relation(i, &draft.relation),
            sex,
            birth,
            aid,
            occupation: one_line(&draft.occupation),
        })
    }

    fn relation(&mut self, i: usize, text: &str) -> Relation {
        if i == 0 {
            return Relation::Head;
        }
        let relation = Relation::parse(text).ok().or_else(|| Relation::parse_loose(text));
        match relation {
            Some(relation) if relation != Relation::Head => relation,
            _ => {
                self.note(Some(i), Field::Relation, Fault::Relation);
                Relation::Other
            }
        }
    }

    fn birth(&mut self, i: usize, text: &str) -> Option<Date> {
        if text.trim().is_empty() {
            return None;
        }
        let birth = Date::parse_loose(text).ok().filter(|birth| *birth <= self.today);
        if birth.is_none() {
            self.note(Some(i), Field::Birth, Fault::Date);
        }
        birth
    }

    fn nik(&mut self, i: usize, draft: &MemberDraft, sex: Option<Sex>, birth: Option<Date>) -> Option<Nik> {
        if draft.without_nik {
            self.note(Some(i), Field::Nik, Fault::WithoutNik);
            return None;
        }
        let nik = match Nik::parse(&draft.nik) {
            Ok(nik) => nik,
            Err(fault) => {
                self.note(Some(i), Field::Nik, Fault::Number(fault));
                return None;
            }
        };
        let hint = nik.hint();
        let said = hint.birth(self.today);
        if hint.region.and_then(city_name).is_none() {
            self.note(Some(i), Field::Nik, Fault::ForeignRegion);
        }
        if said.is_none() || birth.is_some_and(|birth| said != Some(birth)) {
            self.note(Some(i), Field::Nik, Fault::NikBirth);
        }
        if sex.is_some() && hint.sex.is_some() && sex != hint.sex {
            self.note(Some(i), Field::Nik, Fault::NikSex);
        }
        if nik.digits().number(12, 4) == 0 {
            self.note(Some(i), Field::Nik, Fault::Serial);
        }
        Some(nik)
    }
}

#[cfg(test)]
mod tests;
