//! What the link of an RT held, as it is stored.

use super::{Stored, records, values};
use domain::{AreaCode, Code, Rt, Rw};
use serde::{Deserialize, Serialize};
use wire::{Bytes, Enrolment, OfficeKey, OfficeKind, Version};

#[derive(Serialize, Deserialize)]
pub struct EnrolmentRecord {
    #[serde(rename = "v")]
    version: Version<1>,
    #[serde(rename = "a")]
    area: AreaCode,
    #[serde(rename = "n")]
    area_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rt: Option<Rt>,
    rw: Rw,
    #[serde(rename = "s")]
    seed: Bytes,
    #[serde(rename = "o")]
    offices: Vec<OfficeKeyRecord>,
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    drop_box: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub struct OfficeKeyRecord {
    kind: Code<OfficeKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    area: Option<AreaCode>,
    public_key: Bytes,
}

impl Stored for Enrolment {
    type Record = EnrolmentRecord;

    fn to_record(&self) -> EnrolmentRecord {
        let Self { version: Version, area, area_name, rt, rw, seed, offices, drop_box } = self.clone();
        let offices = records(&offices);
        EnrolmentRecord { version: Version, area, area_name, rt, rw, seed, offices, drop_box }
    }

    fn from_record(record: EnrolmentRecord) -> Self {
        let EnrolmentRecord { version: Version, area, area_name, rt, rw, seed, offices, drop_box } = record;
        Self { version: Version, area, area_name, rt, rw, seed, offices: values(offices), drop_box }
    }
}

impl Stored for OfficeKey {
    type Record = OfficeKeyRecord;

    fn to_record(&self) -> OfficeKeyRecord {
        let Self { kind, area, public_key } = self.clone();
        OfficeKeyRecord { kind, area, public_key }
    }

    fn from_record(record: OfficeKeyRecord) -> Self {
        let OfficeKeyRecord { kind, area, public_key } = record;
        Self { kind, area, public_key }
    }
}
