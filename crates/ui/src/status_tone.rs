//! The colour of a status.

use crate::tone::Tone;
use domain::{Code, Status};

/// How a status feels to the family.
pub fn tone(status: &Code<Status>) -> Tone {
    match status.known() {
        Some(Status::Approved | Status::Invited | Status::CardReceived | Status::Paid) => Tone::Good,
        Some(Status::Proposed | Status::KelurahanReview | Status::Verified) => Tone::Plain,
        Some(Status::Returned | Status::Held | Status::Transferred | Status::Withdrawn) | None => Tone::Wait,
        Some(Status::Refused | Status::Removed) => Tone::Bad,
    }
}
