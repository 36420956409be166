//! What the head of an RT says of a family beside its record: seen by the offices, never part of what is compared.

use crate::code::RegistrationCode;
use crate::field::Place;
use crate::household_change::HouseholdChange;
use crate::mark::Mark;
use serde::{Deserialize, Serialize};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remarks {
    /// Warnings that stand, each with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptWarning>,
    /// Families that look the same and are not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_same: Vec<NotDuplicate>,
    /// What happened to the family, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub happenings: Vec<HouseholdChange>,
    /// What came of its calls, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// A warning that was looked at and stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWarning {
    /// Where.
    pub place: Place,
    /// Its code, see [`crate::Fault::code`].
    pub fault: String,
    /// Why it is right all the same.
    pub reason: String,
}

/// Another family that is not this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotDuplicate {
    /// The other family's.
    pub code: RegistrationCode,
    /// How one tells them apart.
    pub reason: String,
}

impl Remarks {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
