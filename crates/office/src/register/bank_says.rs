//! What the bank says of a payment.

use domain::UnknownCode;

/// What a line says of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BankSays {
    /// It did not arrive.
    Failed,
    /// The money is on the account.
    Paid,
    /// It came back from the account.
    Returned,
    /// Nobody can tell which of these.
    Unclear,
}

impl BankSays {
    const ALL: [Self; 4] = [Self::Failed, Self::Paid, Self::Returned, Self::Unclear];

    /// The code in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Failed => "gagal",
            Self::Paid => "cair",
            Self::Returned => "retur",
            Self::Unclear => "tidak-jelas",
        }
    }

    /// Reads a code back.
    ///
    /// # Errors
    /// It is none of these.
    pub(super) fn parse(code: &str) -> Result<Self, UnknownCode> {
        Self::ALL.into_iter().find(|value| value.code() == code).ok_or(UnknownCode)
    }

    /// Whether money has left the bank, as far as anybody can tell.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Paid | Self::Unclear)
    }
}
