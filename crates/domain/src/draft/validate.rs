//! What keeps a draft from becoming a record, and what goes with the record as a warning.

use super::{CheckedParts, HouseholdDraft, MemberDraft, dialled};
use crate::aid::Aid;
use crate::area::{AreaCode, city_name};
use crate::date::Date;
use crate::field::{Field, Place};
use crate::household::Household;
use crate::kk::KkNumber;
use crate::limits::MEMBERS;
use crate::member::Member;
use crate::nik::Nik;
use crate::problem::{Fault, Problem};
use crate::relation::Relation;
use crate::rt_rw::{Rt, Rw};
use crate::sex::Sex;

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
        let phone = check.text(None, Field::Phone, &dialled(&self.phone));
        let note = check.text(None, Field::Note, &self.note);
        check.answered(Field::Affected, self.affected);
        check.answered(Field::FixedIncome, self.fixed_income);
        let Check { problems, .. } = check;

        let mut members = members.into_iter();
        match (members.next(), address, rt, rw) {
            (Some(head), Some(address), Some(rt), Some(rw))
                if problems.iter().all(|p| p.fault.is_warning()) =>
            {
                let parts =
                    CheckedParts { kk, head, others: members.collect(), address, rt, rw, phone, note };
                let household = self.record(parts, area.clone());
                Ok(Validated { household, warnings: problems })
            }
            _ => Err(problems),
        }
    }
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
        let text = self.text(member, field, text);
        if text.is_empty() {
            self.note(member, field, Fault::Missing);
            return None;
        }
        Some(text)
    }

    /// The text within the limits of its field.
    fn text(&mut self, member: Option<usize>, field: Field, text: &str) -> String {
        let mut text = text.to_owned();
        self.problems.extend(Place { member, field }.limit(&mut text));
        text
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
            Ok(kk) if kk.digits().is_placeholder() => self.note(None, Field::Kk, Fault::Placeholder),
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
        if drafts.len() > MEMBERS {
            self.note(None, Field::Household, Fault::TooManyMembers(MEMBERS));
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
        let aid = Aid::parse_loose(&draft.aid);
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
            disabled: draft.disabled,
            occupation: self.text(Some(i), Field::Occupation, &draft.occupation),
        })
    }

    fn relation(&mut self, i: usize, text: &str) -> Relation {
        if i == 0 {
            return Relation::Head;
        }
        // Of a shortening that nobody knows it is not sure that it is another one.
        let is_short = text.trim().len() <= 3 && text.contains(char::is_alphabetic);
        match Relation::parse_loose(text) {
            Some(relation) if relation != Relation::Head && !(is_short && relation == Relation::Other) => {
                relation
            }
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
        let birth = Date::parse_birth(text, i == 0, self.today).ok();
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
        if nik.digits().is_placeholder() {
            self.note(Some(i), Field::Nik, Fault::Placeholder);
            return None;
        }
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
