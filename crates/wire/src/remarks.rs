//! What the head of an RT says of a family beside its record.

use crate::code::{known, known_if, within};
use crate::household::MemberDto;
use domain::{
    Absence, Attendance, ChangeKind, Code, Date, Field, HouseholdChange, KeptWarning, Mark, NotDuplicate,
    Place, RegistrationCode, Remarks,
};
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

impl From<&Remarks> for RemarksDto {
    fn from(remarks: &Remarks) -> Self {
        let Remarks { kept, not_same, happenings, marks } = remarks;
        Self {
            kept: kept.iter().map(KeptWarningDto::from).collect(),
            not_same: not_same.iter().map(NotDuplicateDto::from).collect(),
            happenings: happenings.iter().map(HouseholdChangeDto::from).collect(),
            marks: marks.iter().map(MarkDto::from).collect(),
        }
    }
}

impl RemarksDto {
    /// The remarks that this program knows whole; `note` hears the fields of the others.
    pub(crate) fn read(&self, mut note: impl FnMut(String)) -> Remarks {
        Remarks {
            kept: each("kept", &self.kept, KeptWarningDto::read, &mut note),
            not_same: self.not_same.iter().map(NotDuplicateDto::read).collect(),
            happenings: each("happenings", &self.happenings, HouseholdChangeDto::read, &mut note),
            marks: each("marks", &self.marks, MarkDto::read, &mut note),
        }
    }
}

/// Every remark of a kind that this program knows whole; the others are noted by their fields.
fn each<D, T>(
    kind: &str,
    remarks: &[D],
    read: fn(&D) -> Result<T, String>,
    note: &mut impl FnMut(String),
) -> Vec<T> {
    let numbered = remarks.iter().enumerate();
    numbered
        .filter_map(|(at, remark)| read(remark).map_err(|field| note(format!("{kind}.{at}.{field}"))).ok())
        .collect()
}

impl From<&KeptWarning> for KeptWarningDto {
    fn from(kept: &KeptWarning) -> Self {
        let Place { member, field } = kept.place;
        let place = PlaceDto { member, field: field.into() };
        Self { place, fault: kept.fault.clone(), reason: kept.reason.clone() }
    }
}

impl KeptWarningDto {
    fn read(&self) -> Result<KeptWarning, String> {
        let PlaceDto { member, field } = &self.place;
        let place = Place { member: *member, field: known(field, "place.field")? };
        Ok(KeptWarning { place, fault: self.fault.clone(), reason: self.reason.clone() })
    }
}

impl From<&NotDuplicate> for NotDuplicateDto {
    fn from(other: &NotDuplicate) -> Self {
        Self { code: other.code, reason: other.reason.clone() }
    }
}

impl NotDuplicateDto {
    fn read(&self) -> NotDuplicate {
        NotDuplicate { code: self.code, reason: self.reason.clone() }
    }
}

impl From<&HouseholdChange> for HouseholdChangeDto {
    fn from(change: &HouseholdChange) -> Self {
        let HouseholdChange { what, on, former_head, note } = change;
        let former_head = former_head.as_ref().map(MemberDto::from);
        Self { what: (*what).into(), on: *on, former_head, note: note.clone() }
    }
}

impl HouseholdChangeDto {
    fn read(&self) -> Result<HouseholdChange, String> {
        let former_head = self.former_head.as_ref().map(MemberDto::read).transpose();
        Ok(HouseholdChange {
            what: known(&self.what, "what")?,
            on: self.on,
            former_head: former_head.map_err(within("former_head"))?,
            note: self.note.clone(),
        })
    }
}

impl From<&Mark> for MarkDto {
    fn from(mark: &Mark) -> Self {
        let Mark { call, attendance, absence, on, note } = mark;
        Self {
            call: *call,
            attendance: (*attendance).into(),
            absence: absence.map(Code::Known),
            on: *on,
            note: note.clone(),
        }
    }
}

impl MarkDto {
    fn read(&self) -> Result<Mark, String> {
        Ok(Mark {
            call: self.call,
            attendance: known(&self.attendance, "attendance")?,
            absence: known_if(self.absence.as_ref(), "absence")?,
            on: self.on,
            note: self.note.clone(),
        })
    }
}
