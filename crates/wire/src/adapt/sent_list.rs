//! A household list as a phone writes it.

use crate::household::{HouseholdDto, MemberDto};
use crate::list::{HouseholdListDto, ListedHouseholdDto};
use crate::remarks::{HouseholdChangeDto, KeptWarningDto, MarkDto, NotDuplicateDto, PlaceDto, RemarksDto};
use crate::version::Version;
use domain::{
    Code, Household, HouseholdChange, HouseholdList, KeptWarning, ListedHousehold, Mark, Member,
    NotDuplicate, Place, Remarks,
};

impl From<&HouseholdList> for HouseholdListDto {
    fn from(list: &HouseholdList) -> Self {
        let HouseholdList { edition, area, rt, rw, declared_on, households, withdrawn } = list;
        Self {
            version: Version,
            edition: *edition,
            area: area.clone(),
            rt: *rt,
            rw: *rw,
            declared_on: *declared_on,
            households: households.iter().map(ListedHouseholdDto::from).collect(),
            withdrawn: withdrawn.clone(),
        }
    }
}

impl From<&ListedHousehold> for ListedHouseholdDto {
    fn from(listed: &ListedHousehold) -> Self {
        let ListedHousehold { code, listed_on, household, remarks } = listed;
        Self { code: *code, listed_on: *listed_on, household: household.into(), remarks: remarks.into() }
    }
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

impl From<&Remarks> for RemarksDto {
    fn from(remarks: &Remarks) -> Self {
        let Remarks { kept, not_same, happenings, marks } = remarks;
        Self {
            kept: kept.iter().map(KeptWarningDto::from).collect(),
            not_same: not_same.iter().map(NotDuplicateDto::from).collect(),
            happenings: happenings.iter().map(HouseholdChangeDto::from).collect(),
            marks: marks.iter().map(MarkDto::from).collect(),
        }
    }
}

impl From<&KeptWarning> for KeptWarningDto {
    fn from(kept: &KeptWarning) -> Self {
        let Place { member, field } = kept.place;
        let place = PlaceDto { member, field: field.into() };
        Self { place, fault: kept.fault.clone(), reason: kept.reason.clone() }
    }
}

impl From<&NotDuplicate> for NotDuplicateDto {
    fn from(other: &NotDuplicate) -> Self {
        Self { code: other.code, reason: other.reason.clone() }
    }
}

impl From<&HouseholdChange> for HouseholdChangeDto {
    fn from(change: &HouseholdChange) -> Self {
        let HouseholdChange { what, on, former_head, note } = change;
        let former_head = former_head.as_ref().map(MemberDto::from);
        Self { what: (*what).into(), on: *on, former_head, note: note.clone() }
    }
}

impl From<&Mark> for MarkDto {
    fn from(mark: &Mark) -> Self {
        let Mark { call, attendance, absence, on, note } = mark;
        Self {
            call: *call,
            attendance: (*attendance).into(),
            absence: absence.map(Code::Known),
            on: *on,
            note: note.clone(),
        }
    }
}
