//! What happened to a family.

use super::{first, is_first};
use domain::{Aid, Date, Question, Reason, Rt, Rw, Status, TimeOfDay};
use serde::{Deserialize, Serialize};

/// [`domain::Event`] in the column `event.event`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredEvent {
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub(super) v: u8,
    pub(super) status: Status,
    pub(super) at: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<Reason>,
    /// From version 4 of the register on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) cause: Option<StoredCause>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) invitation: Option<StoredInvitation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tahap: Option<u16>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) resumed: bool,
}

/// [`domain::Cause`].
#[derive(Serialize, Deserialize)]
#[serde(tag = "code")]
pub(in crate::register) enum StoredCause {
    #[serde(rename = "bantuan-ditemukan")]
    AidFound { programmes: Vec<Aid> },
    #[serde(rename = "bantuan-dicocokkan")]
    AidCompared { programmes: Vec<Aid> },
    #[serde(rename = "tetap")]
    Kept,
    #[serde(rename = "daftar-tidak-berlaku")]
    ListReplaced,
    #[serde(rename = "sudah-tercatat")]
    DuplicateOf { rt: Rt, rw: Rw, kelurahan: String },
    #[serde(rename = "ahli-waris-mengambil")]
    HeirCollects,
    #[serde(rename = "diambil-wakil")]
    CollectedByProxy,
    #[serde(rename = "diambil-ahli-waris")]
    CollectedByHeir,
    #[serde(rename = "ditolak-di-titik")]
    Declined,
    #[serde(rename = "tanya-rt")]
    AskRt { question: Question },
}

/// [`domain::Invitation`].
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredInvitation {
    pub(super) call: u8,
    pub(super) date: Date,
    pub(super) from: TimeOfDay,
    pub(super) to: TimeOfDay,
    pub(super) point: String,
}
