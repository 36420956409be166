//! Where a family stands, as far as its phone knows.

use domain::Status;
use wire::EventDto;

/// Where a family stands, as far as this phone knows.
#[derive(Clone, Debug, PartialEq)]
pub enum FamilyState {
    /// Not complete, or changed and not saved yet.
    Draft,
    /// Saved here, not sent as it is now.
    OnPhone,
    /// Sealed, and on its way.
    Waiting,
    /// The list that holds it was refused: somebody must look.
    Stuck,
    /// Handed over as a file; nobody has said that it arrived.
    HandedOver,
    /// In the drop box.
    Sent,
    /// The office has it: the last that happened.
    Office(EventDto),
}

impl FamilyState {
    /// Whether the head of the RT has something to mend.
    pub fn needs_mending(&self) -> bool {
        match self {
            Self::Draft => true,
            Self::Office(event) => matches!(event.status.known(), Some(Status::Returned | Status::Refused)),
            Self::OnPhone | Self::Waiting | Self::HandedOver | Self::Stuck | Self::Sent => false,
        }
    }
}
