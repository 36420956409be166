//! What stands on what would be taken back.

use domain::{RegistrationCode, Status};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// Something that happened afterwards and rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// The family.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<RegistrationCode>,
    /// What it became; none: a line of the bank was settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// When that was written down.
    pub at: String,
    /// Who decided, where it was a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The command that did it, with its number, where the trail names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<(i64, String)>,
}

impl Display for Obstacle {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { code, status, at, by, command } = self;
        match (code, status) {
            (Some(code), Some(status)) => write!(f, "keluarga {code} menjadi {status}")?,
            (None, Some(status)) => write!(f, "satu keluarga menjadi {status}")?,
            _ => write!(f, "barisnya diselesaikan")?,
        }
        if let Some((number, name)) = command {
            write!(f, " oleh {name} (perintah {number})")?;
        }
        if let Some(by) = by {
            write!(f, ", {by}")?;
        }
        write!(f, ", {at}")
    }
}
