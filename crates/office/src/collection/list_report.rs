//! What became of a list: families by their codes, never by number or name.

use crate::shortened::Shortened;
use domain::{Actor, AreaCode, Attendance, ChangeKind, Date, RegistrationCode, Rt, Rw};
use serde::Serialize;
use std::collections::BTreeMap;

/// What became of a list.
#[derive(Debug, Serialize)]
pub struct ListReport {
    /// Whose list it is.
    pub by: Actor,
    /// The kelurahan.
    pub area: AreaCode,
    /// The RW.
    pub rw: Rw,
    /// The RT; none: the list of an RW.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rt: Option<Rt>,
    /// The number of the list.
    pub edition: u32,
    /// Whether it was taken in, or a later one had been.
    pub state: &'static str,
    /// What became of each family.
    pub families: Vec<FamilyReport>,
    /// Where codes stand that only a later version of this program knows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<UnknownCodeReport>,
    /// What was too long or too many, and was cut off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shortened: Vec<Shortened>,
    /// What happened to families, as far as it is new: the office decides what follows from it.
    #[serde(rename = "happenings", skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeReport>,
    /// Marks in the ledger of invitations that are new.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub marks: BTreeMap<Attendance, usize>,
}

/// What became of a family on it.
#[derive(Debug, Serialize)]
pub struct FamilyReport {
    /// The code that it was listed under.
    pub code: RegistrationCode,
    /// In a word, like `baru`.
    pub result: &'static str,
    /// Whose record this one took the place of, where that was somebody else's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Actor>,
}

/// A code that only a later version of this program knows. The code itself is not repeated: whoever sealed the list may have written anything there.
#[derive(Debug, Serialize)]
pub struct UnknownCodeReport {
    /// Of the family.
    pub code: RegistrationCode,
    /// Where it stands in the document.
    pub field: String,
}

/// What happened to a family.
#[derive(Debug, Serialize)]
pub struct ChangeReport {
    /// Of the family.
    pub code: RegistrationCode,
    /// What.
    pub what: ChangeKind,
    /// When.
    pub on: Date,
}
