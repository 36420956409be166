//! What the head of the RT says of a family beside its record, as it is stored.

use super::household::MemberRecord;
use super::{Stored, records, values};
use domain::{
    Absence, Attendance, ChangeKind, Date, Field, HouseholdChange, KeptWarning, Mark, Member, NotDuplicate,
    Place, RegistrationCode, Remarks,
};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RemarksRecord {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kept: Vec<KeptWarningRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_same: Vec<NotDuplicateRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    happenings: Vec<HouseholdChangeRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkRecord>,
}

#[derive(Serialize, Deserialize)]
pub struct KeptWarningRecord {
    place: PlaceRecord,
    fault: String,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct PlaceRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    member: Option<usize>,
    field: Field,
}

#[derive(Serialize, Deserialize)]
pub struct NotDuplicateRecord {
    code: RegistrationCode,
    reason: String,
}

#[derive(Serialize, Deserialize)]
pub struct HouseholdChangeRecord {
    what: ChangeKind,
    on: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    former_head: Option<MemberRecord>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize, Deserialize)]
pub struct MarkRecord {
    call: u8,
    attendance: Attendance,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    absence: Option<Absence>,
    on: Date,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

impl RemarksRecord {
    pub fn is_empty(&self) -> bool {
        let Self { kept, not_same, happenings, marks } = self;
        kept.is_empty() && not_same.is_empty() && happenings.is_empty() && marks.is_empty()
    }
}

impl Stored for Remarks {
    type Record = RemarksRecord;

    fn to_record(&self) -> RemarksRecord {
        let Self { kept, not_same, happenings, marks } = self;
        RemarksRecord {
            kept: records(kept),
            not_same: records(not_same),
            happenings: records(happenings),
            marks: records(marks),
        }
    }

    fn from_record(record: RemarksRecord) -> Self {
        let RemarksRecord { kept, not_same, happenings, marks } = record;
        Self {
            kept: values(kept),
            not_same: values(not_same),
            happenings: values(happenings),
            marks: values(marks),
        }
    }
}

impl Stored for KeptWarning {
    type Record = KeptWarningRecord;

    fn to_record(&self) -> KeptWarningRecord {
        let Self { place: Place { member, field }, fault, reason } = self.clone();
        KeptWarningRecord { place: PlaceRecord { member, field }, fault, reason }
    }

    fn from_record(record: KeptWarningRecord) -> Self {
        let KeptWarningRecord { place: PlaceRecord { member, field }, fault, reason } = record;
        Self { place: Place { member, field }, fault, reason }
    }
}

impl Stored for NotDuplicate {
    type Record = NotDuplicateRecord;

    fn to_record(&self) -> NotDuplicateRecord {
        let Self { code, reason } = self.clone();
        NotDuplicateRecord { code, reason }
    }

    fn from_record(record: NotDuplicateRecord) -> Self {
        let NotDuplicateRecord { code, reason } = record;
        Self { code, reason }
    }
}

impl Stored for HouseholdChange {
    type Record = HouseholdChangeRecord;

    fn to_record(&self) -> HouseholdChangeRecord {
        let Self { what, on, former_head, note } = self.clone();
        HouseholdChangeRecord { what, on, former_head: former_head.as_ref().map(Member::to_record), note }
    }

    fn from_record(record: HouseholdChangeRecord) -> Self {
        let HouseholdChangeRecord { what, on, former_head, note } = record;
        Self { what, on, former_head: former_head.map(Member::from_record), note }
    }
}

impl Stored for Mark {
    type Record = MarkRecord;

    fn to_record(&self) -> MarkRecord {
        let Self { call, attendance, absence, on, note } = self.clone();
        MarkRecord { call, attendance, absence, on, note }
    }

    fn from_record(record: MarkRecord) -> Self {
        let MarkRecord { call, attendance, absence, on, note } = record;
        Self { call, attendance, absence, on, note }
    }
}
