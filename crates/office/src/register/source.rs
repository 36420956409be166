//! The files that rows came from.

use super::Register;
use crate::clock::Moment;
use crate::fault::{During, Result};
use rusqlite::OptionalExtension as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The number of a source in the register.
pub type SourceId = i64;

/// What a file was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A list of families in a spreadsheet.
    Families,
    /// A list of families in an envelope.
    Envelope,
    /// A list of other aid.
    Aid,
    /// An extract of Dukcapil.
    Residents,
    /// A work sheet with decisions.
    Review,
    /// A report of a point or of the bank.
    Report,
}

impl SourceKind {
    /// The code in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Families => "keluarga",
            Self::Envelope => "amplop",
            Self::Aid => "bantuan",
            Self::Residents => "dukcapil",
            Self::Review => "tinjauan",
            Self::Report => "laporan",
        }
    }
}

/// A row of a source: what every entry and every decision can be traced to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Line {
    /// The file.
    pub source: SourceId,
    /// As the file shows it, from 1.
    pub line: u32,
}

/// The digest that tells one file from another.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl Register {
    /// The number of a file, by what is in it. The same file is the same source, whatever it is called.
    pub fn source(&self, kind: SourceKind, name: &str, digest: &[u8; 32], now: &Moment) -> Result<SourceId> {
        if let Some(known) = self.known_source(kind, digest)? {
            return Ok(known);
        }
        self.db
            .prepare_cached("INSERT INTO source (kind, name, digest, taken_at) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut insert| insert.insert((kind.code(), name, digest, now.to_string())))
            .during("mencatat berkas")
    }

    /// The number of a file that was taken in before.
    pub fn known_source(&self, kind: SourceKind, digest: &[u8; 32]) -> Result<Option<SourceId>> {
        self.db
            .prepare_cached("SELECT id FROM source WHERE kind = ?1 AND digest = ?2")
            .and_then(|mut select| select.query_row((kind.code(), digest), |row| row.get(0)).optional())
            .during("mencari berkas")
    }

    /// What a file was called.
    pub fn source_name(&self, id: SourceId) -> Result<String> {
        self.db
            .prepare_cached("SELECT name FROM source WHERE id = ?1")
            .and_then(|mut select| select.query_row([id], |row| row.get(0)))
            .during("mencari berkas")
    }
}
