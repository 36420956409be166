//! The number of a family card.

use crate::sixteen::{NumberFault, Sixteen};
use crate::text_serde::{as_text, text_schema};

/// Nomor Kartu Keluarga: 6 digits of region, DDMMYY of recording (no +40), 4 of serial. A new one is issued when the
/// head of the family dies, so it names a card and not a family for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KkNumber(Sixteen);

impl KkNumber {
    /// Reads a KK number; see [`Sixteen::parse`] for what is forgiven.
    ///
    /// # Errors
    /// The [`NumberFault`] that tells the writer what to mend.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        Sixteen::parse(text).map(Self)
    }

    /// The digits.
    pub fn digits(&self) -> &Sixteen {
        &self.0
    }
}

impl std::fmt::Display for KkNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

as_text!(KkNumber, "a KK number of 16 digits");
text_schema!(KkNumber, "^[0-9]{16}$");
