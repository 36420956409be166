//! What a person finds out about a line of the bank.

use serde::Serialize;

/// What a person found out about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum Outcome {
    /// The payment is right.
    Valid,
    /// The money came back to the office.
    Returned,
    /// No money moved: the line is a mistake of the bank.
    Void,
}

impl Outcome {
    /// Every outcome, in reading order.
    pub const ALL: &'static [Self] = &[Self::Valid, Self::Returned, Self::Void];

    /// The code in the register, and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Valid => "sah",
            Self::Returned => "dikembalikan",
            Self::Void => "bukan-pembayaran",
        }
    }

    /// Reads a code back.
    ///
    /// # Errors
    /// There is no such outcome.
    pub fn parse(code: &str) -> std::result::Result<Self, domain::UnknownCode> {
        Self::ALL.iter().copied().find(|outcome| outcome.code() == code).ok_or(domain::UnknownCode)
    }
}

impl From<Outcome> for &'static str {
    fn from(outcome: Outcome) -> Self {
        outcome.code()
    }
}
