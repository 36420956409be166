//! What only the owner of a register may know, as it is stored.

use super::Stored;
use super::enrolment::EnrolmentRecord;
use domain::RegistrationCode;
use serde::{Deserialize, Serialize};
use wire::Enrolment;

/// What only the owner of a register may know.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    /// Whose register it is, with the seed of its keys.
    pub enrolment: Enrolment,
    /// The code of its backups.
    pub code: RegistrationCode,
}

/// Hidden: it is what its name says.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

#[derive(Serialize, Deserialize)]
pub struct SecretRecord {
    enrolment: EnrolmentRecord,
    code: RegistrationCode,
}

impl Stored for Secret {
    type Record = SecretRecord;

    fn to_record(&self) -> SecretRecord {
        SecretRecord { enrolment: self.enrolment.to_record(), code: self.code }
    }

    fn from_record(record: SecretRecord) -> Self {
        Self { enrolment: Enrolment::from_record(record.enrolment), code: record.code }
    }
}
