//! How a line of the bank stands in the accounts.

use domain::UnknownCode;
use serde::Serialize;

/// How a line stands in the accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub enum Posting {
    /// The payment of what is due.
    Paid,
    /// A payment that came back; the family waits for the money.
    Returned,
    /// A payment that came back, after which the family was paid again.
    PaidAgain,
    /// Not a payment, as somebody found out.
    Void,
    /// The money did not arrive: nothing was paid.
    Failed,
    /// Says that a payment came back.
    Return,
    /// Another amount than what is due.
    OtherAmount,
    /// An amount that cannot be read.
    NoAmount,
    /// It names nobody whom the register knows, or several families.
    Unknown,
    /// The family is not on the final list of this tahap, or was not yet.
    NotDue,
    /// The family has the money of this tahap already.
    Double,
    /// The family is on the final list no more: moved, dead, taken over.
    Left,
    /// The family is held.
    Held,
    /// The family never got its card.
    NoCard,
    /// The line names another tahap than its file was read for.
    OtherTahap,
    /// The line names somebody who is not of the family.
    OtherName,
    /// It says that a payment failed that came.
    Contradiction,
    /// Whether the money came cannot be told.
    Unclear,
    /// Says that a payment came back, before the one that stands: one of them may bear a wrong day.
    ReturnOfNothing,
    /// Its file was a mistake of the office and was taken back: the line says nothing.
    Withdrawn,
}

impl Posting {
    const ALL: [Self; 20] = [
        Self::Paid,
        Self::Returned,
        Self::PaidAgain,
        Self::Void,
        Self::Failed,
        Self::Return,
        Self::OtherAmount,
        Self::NoAmount,
        Self::Unknown,
        Self::NotDue,
        Self::Double,
        Self::Left,
        Self::Held,
        Self::NoCard,
        Self::OtherTahap,
        Self::OtherName,
        Self::Contradiction,
        Self::Unclear,
        Self::ReturnOfNothing,
        Self::Withdrawn,
    ];

    /// The code in the register, and for scripts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Paid => "cair",
            Self::Returned => "kembali",
            Self::PaidAgain => "dibayar-ulang",
            Self::Void => "bukan-pembayaran",
            Self::Failed => "gagal",
            Self::Return => "retur",
            Self::OtherAmount => "jumlah-lain",
            Self::NoAmount => "jumlah",
            Self::Unknown => "tidak-dikenal",
            Self::NotDue => "tidak-berhak",
            Self::Double => "ganda",
            Self::Left => "sesudah-keluar",
            Self::Held => "tertunda",
            Self::NoCard => "belum-berkartu",
            Self::OtherTahap => "tahap-lain",
            Self::OtherName => "nama-lain",
            Self::Contradiction => "bertentangan",
            Self::Unclear => "status",
            Self::ReturnOfNothing => "tanpa-pembayaran",
            Self::Withdrawn => "ditarik",
        }
    }

    /// Reads a code back.
    ///
    /// # Errors
    /// It is none of these.
    pub(super) fn parse(code: &str) -> Result<Self, UnknownCode> {
        Self::ALL.into_iter().find(|value| value.code() == code).ok_or(UnknownCode)
    }

    /// Whether the line differs from what is due, and somebody must find out why.
    pub fn differs(self) -> bool {
        !matches!(
            self,
            Self::Paid
                | Self::Returned
                | Self::PaidAgain
                | Self::Void
                | Self::Failed
                | Self::Return
                | Self::Withdrawn
        )
    }
}

impl From<Posting> for &'static str {
    fn from(posting: Posting) -> Self {
        posting.code()
    }
}
