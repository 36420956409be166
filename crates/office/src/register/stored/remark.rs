//! What heads of RT and RW say beside a record.

use super::household::StoredMember;
use domain::{Absence, Attendance, ChangeKind, Date, Place, RegistrationCode};
use serde::{Deserialize, Serialize};

/// [`Remark`](crate::register::Remark) in the column `remark.remark`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::register) enum StoredRemark {
    Kept {
        place: Place,
        fault: String,
        reason: String,
    },
    /// One build wrote this one and the next under other names.
    #[serde(rename = "not-same", alias = "not-duplicate")]
    NotDuplicate {
        code: RegistrationCode,
        reason: String,
    },
    #[serde(rename = "happening", alias = "household-change")]
    HouseholdChange {
        what: ChangeKind,
        on: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        former_head: Option<StoredMember>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    Mark {
        call: u8,
        attendance: Attendance,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        absence: Option<Absence>,
        on: Date,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
}
