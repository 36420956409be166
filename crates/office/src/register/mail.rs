//! The envelopes that were seen.

use super::Register;
use crate::clock::Moment;
use crate::fault::{During, Result};

/// What became of an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// Its list is in the register.
    Taken,
    /// A later edition had been taken in before.
    Superseded,
    /// It was removed without being taken in.
    Discarded,
}

impl Mail {
    /// Its code in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Taken => "diterima",
            Self::Superseded => "sudah-ada-yang-baru",
            Self::Discarded => "dihapus",
        }
    }
}

impl Register {
    /// Whether an envelope was dealt with.
    pub fn knows_mail(&self, file: &str) -> Result<bool> {
        self.db
            .prepare_cached("SELECT 1 FROM mail WHERE file = ?1")
            .and_then(|mut select| select.exists([file]))
            .during("membaca daftar amplop")
    }

    /// Notes that an envelope was dealt with.
    pub fn note_mail(&self, file: &str, state: Mail, now: &Moment) -> Result<()> {
        self.db
            .execute("INSERT INTO mail VALUES (?1, ?2, ?3)", (file, now.to_string(), state.code()))
            .during("mencatat amplop")?;
        Ok(())
    }
}
