//! What the head of an RT says of a family beside its record.

use crate::household::MemberDto;
use domain::{Absence, Attendance, ChangeKind, Code, Date, Field, RegistrationCode};
use serde::{Deserialize, Serialize};

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Remarks"))]
#[serde(default)]
pub struct RemarksDto {
    /// Warnings that stand, each with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptWarningDto>,
    /// Families that look the same and are not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_same: Vec<NotDuplicateDto>,
    /// What happened to the family, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub happenings: Vec<HouseholdChangeDto>,
    /// What came of its calls, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkDto>,
}

/// A warning that was looked at and stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KeptWarning"))]
pub struct KeptWarningDto {
    /// Where.
    pub place: PlaceDto,
    /// Its code.
    pub fault: String,
    /// Why it is right all the same.
    pub reason: String,
}

/// Where in a family a problem sits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Place"))]
pub struct PlaceDto {
    /// Position of the member, 0 the head; absent: the family itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<usize>,
    /// The field.
    pub field: Code<Field>,
}

/// Another family that is not this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NotDuplicate"))]
pub struct NotDuplicateDto {
    /// The other family's.
    pub code: RegistrationCode,
    /// How one tells them apart.
    pub reason: String,
}

/// Something that happened to a family after it was listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "HouseholdChange"))]
pub struct HouseholdChangeDto {
    /// What.
    pub what: Code<ChangeKind>,
    /// The day it was noted.
    pub on: Date,
    /// For `kepala-meninggal`: who was the head before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_head: Option<MemberDto>,
    /// In the words of the head of the RT: where to, who said so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A mark in the ledger of invitations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Mark"))]
pub struct MarkDto {
    /// Which call: 1, 2 or 3.
    pub call: u8,
    /// What came of it.
    pub attendance: Code<Attendance>,
    /// For `tidak-datang`: why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absence: Option<Code<Absence>>,
    /// The day it was marked.
    pub on: Date,
    /// In the words of the head of the RT.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl RemarksDto {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
