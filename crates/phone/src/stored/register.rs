//! A whole register, as it stands in a backup.

use super::enrolment::EnrolmentRecord;
use super::family::FamilyRecord;
use super::list_version::ListVersionRecord;
use super::outcome::OutcomeRecord;
use super::{Stored, records, values};
use crate::register::PhoneRegister;
use serde::{Deserialize, Serialize};
use wire::{Enrolment, Outcome};

#[derive(Serialize, Deserialize)]
pub struct RegisterRecord {
    enrolment: EnrolmentRecord,
    families: Vec<FamilyRecord>,
    #[serde(rename = "editions")]
    list_versions: Vec<ListVersionRecord>,
    outcome: Option<OutcomeRecord>,
}

impl Stored for PhoneRegister {
    type Record = RegisterRecord;

    fn to_record(&self) -> RegisterRecord {
        let Self { enrolment, families, list_versions, outcome } = self;
        RegisterRecord {
            enrolment: enrolment.to_record(),
            families: records(families),
            list_versions: records(list_versions),
            outcome: outcome.as_ref().map(Outcome::to_record),
        }
    }

    fn from_record(record: RegisterRecord) -> Self {
        let RegisterRecord { enrolment, families, list_versions, outcome } = record;
        Self {
            enrolment: Enrolment::from_record(enrolment),
            families: values(families),
            list_versions: values(list_versions),
            outcome: outcome.map(Outcome::from_record),
        }
    }
}
