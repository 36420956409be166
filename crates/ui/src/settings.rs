//! What the device keeps of its settings. Nothing personal is ever kept here.

use crate::browser::storage::{self, StorageFault};

/// A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The language of the interface.
    Language,
    /// The kelurahan that a counter stands in.
    CounterKelurahan,
}

impl Setting {
    /// What it is kept under.
    fn key(self) -> &'static str {
        match self {
            Self::Language => "tepat-bahasa",
            Self::CounterKelurahan => "tepat-anjungan",
        }
    }

    /// What is kept; `None` as long as nothing was chosen.
    pub fn get(self) -> Option<String> {
        storage::get(self.key())
    }

    /// Keeps what was chosen.
    ///
    /// # Errors
    /// `StorageFault`; whoever calls decides whether that matters.
    pub fn set(self, value: &str) -> Result<(), StorageFault> {
        storage::set(self.key(), value)
    }
}
