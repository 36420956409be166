//! Lists in envelopes, on their way into the register.

pub mod kept;
mod list_report;
mod many_contested;
mod many_new;
mod opened_envelope;
mod take;

pub use list_report::{ChangeReport, FamilyReport, ListReport, UnknownCodeReport};
pub use many_contested::MANY_CONTESTED;
pub use many_new::{GrowingKelurahan, MANY_NEW};
pub use opened_envelope::{LEAPS, NEWER_CODES, OpenedEnvelope, Reader, too_large};
