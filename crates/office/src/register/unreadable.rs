//! Families whose rows cannot be read: each is named, and the others go on.

use super::FamilyId;
use crate::fault::Fault;
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// The families that a pass over the register had to leave out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[must_use = "nobody is lost: a family that cannot be read is named"]
pub struct Unreadable(Vec<UnreadableFamily>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnreadableFamily {
    /// Its number in the register.
    pub family: FamilyId,
    /// Its first code, as it stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What happened.
    pub why: String,
}

impl Unreadable {
    pub(super) fn add(&mut self, family: FamilyId, code: Option<String>, fault: &Fault) {
        self.0.push(UnreadableFamily { family, code, why: fault.message.clone() });
    }

    /// Adds those of another pass, each once.
    pub fn extend(&mut self, others: Self) {
        for other in others.0 {
            if !self.0.contains(&other) {
                self.0.push(other);
            }
        }
    }

    /// Whether every family could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One by one, in the order of listing.
    pub fn iter(&self) -> impl Iterator<Item = &UnreadableFamily> {
        self.0.iter()
    }
}

impl Display for UnreadableFamily {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "keluarga {}", self.family)?;
        if let Some(code) = &self.code {
            write!(f, ", kode {code}")?;
        }
        write!(f, ", tidak terbaca: {}", self.why)
    }
}

/// A line each.
impl Display for Unreadable {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        self.iter().try_for_each(|family| writeln!(f, "  {family}"))
    }
}
