//! A family of the register, as it is stored.

use super::household::{DraftRecord, HouseholdRecord};
use super::remarks::RemarksRecord;
use super::{Stored, records, values};
use crate::family::{Family, Sent};
use crate::family_id::FamilyId;
use crate::ruled_out::RuledOut;
use domain::{Date, Household, HouseholdDraft, ListedHousehold, RegistrationCode, Remarks, Similarity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
pub struct FamilyRecord {
    id: u32,
    draft: DraftRecord,
    #[serde(default, skip_serializing_if = "RemarksRecord::is_empty")]
    remarks: RemarksRecord,
    #[serde(rename = "unlike", default, skip_serializing_if = "Vec::is_empty")]
    ruled_out: Vec<RuledOutRecord>,
    #[serde(rename = "unsaid", default, skip_serializing_if = "BTreeMap::is_empty")]
    unsubmitted: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    saved: Option<DraftRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<ListedHouseholdRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent: Option<SentRecord>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    withdrawn: bool,
}

#[derive(Serialize, Deserialize)]
pub struct ListedHouseholdRecord {
    code: RegistrationCode,
    listed_on: Date,
    household: HouseholdRecord,
    #[serde(default, skip_serializing_if = "RemarksRecord::is_empty")]
    remarks: RemarksRecord,
}

#[derive(Serialize, Deserialize)]
pub struct SentRecord {
    #[serde(rename = "edition")]
    list_number: u32,
    household: HouseholdRecord,
    #[serde(default, skip_serializing_if = "RemarksRecord::is_empty")]
    remarks: RemarksRecord,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    withdrawn: bool,
}

#[derive(Serialize, Deserialize)]
pub struct RuledOutRecord {
    other: u32,
    #[serde(rename = "likeness")]
    similarity: Similarity,
    reason: String,
}

impl Stored for Family {
    type Record = FamilyRecord;

    fn to_record(&self) -> FamilyRecord {
        let Self { id, draft, remarks, ruled_out, unsubmitted, saved, record, sent, withdrawn } = self;
        FamilyRecord {
            id: id.0,
            draft: draft.to_record(),
            remarks: remarks.to_record(),
            ruled_out: records(ruled_out),
            unsubmitted: unsubmitted.clone(),
            saved: saved.as_ref().map(HouseholdDraft::to_record),
            record: record.as_ref().map(ListedHousehold::to_record),
            sent: sent.as_ref().map(Sent::to_record),
            withdrawn: *withdrawn,
        }
    }

    fn from_record(record: FamilyRecord) -> Self {
        let FamilyRecord { id, draft, remarks, ruled_out, unsubmitted, saved, record, sent, withdrawn } =
            record;
        Self {
            id: FamilyId(id),
            draft: HouseholdDraft::from_record(draft),
            remarks: Remarks::from_record(remarks),
            ruled_out: values(ruled_out),
            unsubmitted,
            saved: saved.map(HouseholdDraft::from_record),
            record: record.map(ListedHousehold::from_record),
            sent: sent.map(Sent::from_record),
            withdrawn,
        }
    }
}

impl Stored for ListedHousehold {
    type Record = ListedHouseholdRecord;

    fn to_record(&self) -> ListedHouseholdRecord {
        let Self { code, listed_on, household, remarks } = self;
        let (household, remarks) = (household.to_record(), remarks.to_record());
        ListedHouseholdRecord { code: *code, listed_on: *listed_on, household, remarks }
    }

    fn from_record(record: ListedHouseholdRecord) -> Self {
        let ListedHouseholdRecord { code, listed_on, household, remarks } = record;
        let (household, remarks) = (Household::from_record(household), Remarks::from_record(remarks));
        Self { code, listed_on, household, remarks }
    }
}

impl Stored for Sent {
    type Record = SentRecord;

    fn to_record(&self) -> SentRecord {
        let Self { list_number, household, remarks, withdrawn } = self;
        SentRecord {
            list_number: *list_number,
            household: household.to_record(),
            remarks: remarks.to_record(),
            withdrawn: *withdrawn,
        }
    }

    fn from_record(record: SentRecord) -> Self {
        let SentRecord { list_number, household, remarks, withdrawn } = record;
        let (household, remarks) = (Household::from_record(household), Remarks::from_record(remarks));
        Self { list_number, household, remarks, withdrawn }
    }
}

impl Stored for RuledOut {
    type Record = RuledOutRecord;

    fn to_record(&self) -> RuledOutRecord {
        let Self { other, similarity, reason } = self.clone();
        RuledOutRecord { other: other.0, similarity, reason }
    }

    fn from_record(record: RuledOutRecord) -> Self {
        let RuledOutRecord { other, similarity, reason } = record;
        Self { other: FamilyId(other), similarity, reason }
    }
}
