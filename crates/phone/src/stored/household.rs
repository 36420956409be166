//! A family as it is stored: as it was typed, and as a record.

use super::{Stored, records, values};
use domain::{
    Aid, AreaCode, Date, Household, HouseholdDraft, KkNumber, Member, MemberDraft, Nik, Relation, Rt, Rw, Sex,
};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftRecord {
    kk: String,
    without_kk: bool,
    members: Vec<MemberDraftRecord>,
    size: String,
    address: String,
    rt: String,
    rw: String,
    phone: String,
    affected: Option<bool>,
    fixed_income: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disability: Option<bool>,
    note: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberDraftRecord {
    name: String,
    nik: String,
    without_nik: bool,
    relation: String,
    sex: String,
    birth: String,
    occupation: String,
    aid: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disabled: bool,
}

#[derive(Serialize, Deserialize)]
pub struct HouseholdRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kk: Option<KkNumber>,
    head: MemberRecord,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<MemberRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stated_size: Option<u16>,
    area: AreaCode,
    rt: Rt,
    rw: Rw,
    address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    phone: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    affected: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fixed_income: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    disability: Option<bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize, Deserialize)]
pub struct MemberRecord {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nik: Option<Nik>,
    relation: Relation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sex: Option<Sex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    birth: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aid: Option<Aid>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    disabled: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    occupation: String,
}

impl Stored for Household {
    type Record = HouseholdRecord;

    fn to_record(&self) -> HouseholdRecord {
        let Self {
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = self.clone();
        let (head, others) = (head.to_record(), records(&others));
        HouseholdRecord {
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        }
    }

    fn from_record(record: HouseholdRecord) -> Self {
        let HouseholdRecord {
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = record;
        let (head, others) = (Member::from_record(head), values(others));
        Self {
            kk,
            head,
            others,
            stated_size,
            area,
            rt,
            rw,
            address,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        }
    }
}

impl Stored for Member {
    type Record = MemberRecord;

    fn to_record(&self) -> MemberRecord {
        let Self { name, nik, relation, sex, birth, aid, disabled, occupation } = self.clone();
        MemberRecord { name, nik, relation, sex, birth, aid, disabled, occupation }
    }

    fn from_record(record: MemberRecord) -> Self {
        let MemberRecord { name, nik, relation, sex, birth, aid, disabled, occupation } = record;
        Self { name, nik, relation, sex, birth, aid, disabled, occupation }
    }
}

impl Stored for HouseholdDraft {
    type Record = DraftRecord;

    fn to_record(&self) -> DraftRecord {
        let Self {
            kk,
            without_kk,
            members,
            size,
            address,
            rt,
            rw,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = self.clone();
        let members = records(&members);
        DraftRecord {
            kk,
            without_kk,
            members,
            size,
            address,
            rt,
            rw,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        }
    }

    fn from_record(record: DraftRecord) -> Self {
        let DraftRecord {
            kk,
            without_kk,
            members,
            size,
            address,
            rt,
            rw,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        } = record;
        let members = values(members);
        Self {
            kk,
            without_kk,
            members,
            size,
            address,
            rt,
            rw,
            phone,
            affected,
            fixed_income,
            disability,
            note,
        }
    }
}

impl Stored for MemberDraft {
    type Record = MemberDraftRecord;

    fn to_record(&self) -> MemberDraftRecord {
        let Self { name, nik, without_nik, relation, sex, birth, occupation, aid, disabled } = self.clone();
        MemberDraftRecord { name, nik, without_nik, relation, sex, birth, occupation, aid, disabled }
    }

    fn from_record(record: MemberDraftRecord) -> Self {
        let MemberDraftRecord { name, nik, without_nik, relation, sex, birth, occupation, aid, disabled } =
            record;
        Self { name, nik, without_nik, relation, sex, birth, occupation, aid, disabled }
    }
}
