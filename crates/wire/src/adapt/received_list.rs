//! A household list as an office reads it: what this program does not understand is named, and the rest goes in.

use crate::household::{HouseholdDto, MemberDto};
use crate::list::ListedHouseholdDto;
use crate::remarks::{HouseholdChangeDto, KeptWarningDto, MarkDto, NotDuplicateDto, PlaceDto, RemarksDto};
use domain::{
    Code, Coded, Household, HouseholdChange, KeptWarning, ListedHousehold, Mark, Member, NotDuplicate, Place,
    Remarks,
};

impl ListedHouseholdDto {
    /// The family as far as this program knows its codes, and the fields where it does not. A family whose record holds an
    /// unknown code is left out; of an unknown remark only the remark.
    pub fn read(&self) -> (Option<ListedHousehold>, Vec<String>) {
        let household = match self.household.read() {
            Ok(household) => household,
            Err(field) => return (None, vec![within("household")(field)]),
        };
        let mut unknown = Vec::new();
        let remarks = self.remarks.read(|field| unknown.push(within("remarks")(field)));
        let Self { code, listed_on, .. } = self;
        (Some(ListedHousehold { code: *code, listed_on: *listed_on, household, remarks }), unknown)
    }
}

/// The value of a code, or the name of its field where this program does not know it.
fn known<T: Coded>(code: &Code<T>, field: &str) -> Result<T, String> {
    code.known().ok_or_else(|| field.to_owned())
}

fn known_if<T: Coded>(code: Option<&Code<T>>, field: &str) -> Result<Option<T>, String> {
    code.map(|code| known(code, field)).transpose()
}

/// The field within a part.
fn within(part: &str) -> impl Fn(String) -> String {
    move |field| format!("{part}.{field}")
}

impl HouseholdDto {
    fn read(&self) -> Result<Household, String> {
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

impl MemberDto {
    fn read(&self) -> Result<Member, String> {
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

impl RemarksDto {
    fn read(&self, mut note: impl FnMut(String)) -> Remarks {
        Remarks {
            kept: each("kept", &self.kept, KeptWarningDto::read, &mut note),
            not_same: self.not_same.iter().map(NotDuplicateDto::read).collect(),
            happenings: each("happenings", &self.happenings, HouseholdChangeDto::read, &mut note),
            marks: each("marks", &self.marks, MarkDto::read, &mut note),
        }
    }
}

/// Every remark of a kind that this program knows whole; the others are noted by their fields.
fn each<D, T>(
    kind: &str,
    remarks: &[D],
    read: fn(&D) -> Result<T, String>,
    note: &mut impl FnMut(String),
) -> Vec<T> {
    let numbered = remarks.iter().enumerate();
    numbered
        .filter_map(|(at, remark)| read(remark).map_err(|field| note(format!("{kind}.{at}.{field}"))).ok())
        .collect()
}

impl KeptWarningDto {
    fn read(&self) -> Result<KeptWarning, String> {
        let PlaceDto { member, field } = &self.place;
        let place = Place { member: *member, field: known(field, "place.field")? };
        Ok(KeptWarning { place, fault: self.fault.clone(), reason: self.reason.clone() })
    }
}

impl NotDuplicateDto {
    fn read(&self) -> NotDuplicate {
        NotDuplicate { code: self.code, reason: self.reason.clone() }
    }
}

impl HouseholdChangeDto {
    fn read(&self) -> Result<HouseholdChange, String> {
        let former_head = self.former_head.as_ref().map(MemberDto::read).transpose();
        Ok(HouseholdChange {
            what: known(&self.what, "what")?,
            on: self.on,
            former_head: former_head.map_err(within("former_head"))?,
            note: self.note.clone(),
        })
    }
}

impl MarkDto {
    fn read(&self) -> Result<Mark, String> {
        Ok(Mark {
            call: self.call,
            attendance: known(&self.attendance, "attendance")?,
            absence: known_if(self.absence.as_ref(), "absence")?,
            on: self.on,
            note: self.note.clone(),
        })
    }
}
