//! Why a row of the work sheet cannot be used.

/// Why a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rejection {
    Decision,
    Key,
    Unknown,
    Mixed,
    Closed,
    Moved,
    Held,
    OtherWord,
    Several,
}
