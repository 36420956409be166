//! What happened to a family.

use super::{Kept, first, is_first};
use domain::{Aid, Cause, Date, Event, Invitation, Question, Reason, Rt, Rw, Status, TimeOfDay};
use serde::{Deserialize, Serialize};

/// [`domain::Event`] in the column `event.event`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredEvent {
    #[serde(default = "first", skip_serializing_if = "is_first")]
    v: u8,
    status: Status,
    at: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    /// From version 4 of the register on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<StoredCause>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    invitation: Option<StoredInvitation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tahap: Option<u16>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    resumed: bool,
    /// From version 9 of the register on.
    #[serde(default, skip_serializing_if = "is_none")]
    takes_back: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_none(count: &u16) -> bool {
    *count == 0
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
    /// From version 7 of the register on.
    #[serde(rename = "dicatat-rt-lain")]
    ListedElsewhere,
    #[serde(rename = "ahli-waris-mengambil")]
    HeirCollects,
    #[serde(rename = "diambil-wakil")]
    CollectedByProxy,
    #[serde(rename = "diambil-ahli-waris")]
    CollectedByHeir,
    #[serde(rename = "ditolak-di-titik")]
    Declined,
    /// From version 8 of the register on.
    #[serde(rename = "dana-kembali")]
    PaymentReturned,
    #[serde(rename = "tanya-rt")]
    AskRt { question: Question },
}

/// [`domain::Invitation`].
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredInvitation {
    call: u8,
    date: Date,
    from: TimeOfDay,
    to: TimeOfDay,
    point: String,
}

impl Kept for Event {
    type Stored = StoredEvent;

    fn store(&self) -> StoredEvent {
        let Self { status, at, reason, cause, note, invitation, tahap, resumed, takes_back } = self.clone();
        let (cause, invitation) = (cause.map(Into::into), invitation.map(Into::into));
        StoredEvent { v: first(), status, at, reason, cause, note, invitation, tahap, resumed, takes_back }
    }

    fn restore(stored: StoredEvent) -> Option<Self> {
        let StoredEvent { v, status, at, reason, cause, note, invitation, tahap, resumed, takes_back } =
            stored;
        let (cause, invitation) = (cause.map(Into::into), invitation.map(Into::into));
        let event = Self { status, at, reason, cause, note, invitation, tahap, resumed, takes_back };
        (v == first()).then_some(event)
    }
}

impl From<Cause> for StoredCause {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::AidFound { programmes } => Self::AidFound { programmes },
            Cause::AidCompared { programmes } => Self::AidCompared { programmes },
            Cause::Kept => Self::Kept,
            Cause::ListReplaced => Self::ListReplaced,
            Cause::DuplicateOf { rt, rw, kelurahan } => Self::DuplicateOf { rt, rw, kelurahan },
            Cause::ListedElsewhere => Self::ListedElsewhere,
            Cause::HeirCollects => Self::HeirCollects,
            Cause::CollectedByProxy => Self::CollectedByProxy,
            Cause::CollectedByHeir => Self::CollectedByHeir,
            Cause::Declined => Self::Declined,
            Cause::PaymentReturned => Self::PaymentReturned,
            Cause::AskRt { question } => Self::AskRt { question },
        }
    }
}

impl From<StoredCause> for Cause {
    fn from(stored: StoredCause) -> Self {
        match stored {
            StoredCause::AidFound { programmes } => Self::AidFound { programmes },
            StoredCause::AidCompared { programmes } => Self::AidCompared { programmes },
            StoredCause::Kept => Self::Kept,
            StoredCause::ListReplaced => Self::ListReplaced,
            StoredCause::DuplicateOf { rt, rw, kelurahan } => Self::DuplicateOf { rt, rw, kelurahan },
            StoredCause::ListedElsewhere => Self::ListedElsewhere,
            StoredCause::HeirCollects => Self::HeirCollects,
            StoredCause::CollectedByProxy => Self::CollectedByProxy,
            StoredCause::CollectedByHeir => Self::CollectedByHeir,
            StoredCause::Declined => Self::Declined,
            StoredCause::PaymentReturned => Self::PaymentReturned,
            StoredCause::AskRt { question } => Self::AskRt { question },
        }
    }
}

impl From<Invitation> for StoredInvitation {
    fn from(Invitation { call, date, from, to, point }: Invitation) -> Self {
        Self { call, date, from, to, point }
    }
}

impl From<StoredInvitation> for Invitation {
    fn from(StoredInvitation { call, date, from, to, point }: StoredInvitation) -> Self {
        Self { call, date, from, to, point }
    }
}
