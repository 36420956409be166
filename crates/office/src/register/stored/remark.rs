//! What heads of RT and RW say beside a record.

use super::Kept;
use super::household::StoredMember;
use crate::register::remark::Remark;
use domain::{
    Absence, Attendance, ChangeKind, Date, HouseholdChange, KeptWarning, Mark, NotDuplicate, Place,
    RegistrationCode,
};
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

impl Kept for Remark {
    type Stored = StoredRemark;

    fn store(&self) -> StoredRemark {
        match self.clone() {
            Self::Kept(KeptWarning { place, fault, reason }) => StoredRemark::Kept { place, fault, reason },
            Self::NotDuplicate(NotDuplicate { code, reason }) => StoredRemark::NotDuplicate { code, reason },
            Self::HouseholdChange(HouseholdChange { what, on, former_head, note }) => {
                let former_head = former_head.map(Into::into);
                StoredRemark::HouseholdChange { what, on, former_head, note }
            }
            Self::Mark(Mark { call, attendance, absence, on, note }) => {
                StoredRemark::Mark { call, attendance, absence, on, note }
            }
        }
    }

    fn restore(stored: StoredRemark) -> Option<Self> {
        Some(match stored {
            StoredRemark::Kept { place, fault, reason } => Self::Kept(KeptWarning { place, fault, reason }),
            StoredRemark::NotDuplicate { code, reason } => Self::NotDuplicate(NotDuplicate { code, reason }),
            StoredRemark::HouseholdChange { what, on, former_head, note } => {
                let former_head = former_head.map(Into::into);
                Self::HouseholdChange(HouseholdChange { what, on, former_head, note })
            }
            StoredRemark::Mark { call, attendance, absence, on, note } => {
                Self::Mark(Mark { call, attendance, absence, on, note })
            }
        })
    }
}
