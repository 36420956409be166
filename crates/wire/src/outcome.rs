//! `outcome/<key id>.json`: what became of each family of one RT or RW, in an envelope for its head.

use crate::event::EventDto;
use crate::version::Version;
use domain::{Actor, Code, Date, RegistrationCode, Rt, Status};
use serde::{Deserialize, Serialize};

/// Inside the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// Version of the document.
    pub version: Version<1>,
    /// The publication in which it was last another: a reader keeps the highest, for an older outcome may be played back.
    #[serde(default)]
    pub serial: u32,
    /// Edition of the reader's list that was last taken in, also through a link that was revoked since; 0: none.
    pub edition: u32,
    /// Every family of an RT, whoever listed it; for the head of an RW those that its own phone listed.
    pub families: Vec<FamilyOutcome>,
    /// For the head of an RW: how far each RT has come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub progress: Vec<RtProgress>,
}

impl FamilyOutcome {
    /// One code for each family, whatever others it has.
    pub fn first_code(&self) -> RegistrationCode {
        self.same_as.unwrap_or(self.code)
    }
}

/// One RT, as its RW sees it: counts only, for the families are the RT's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RtProgress {
    /// Which.
    pub rt: Rt,
    /// Whether its head has a link of their own.
    pub enrolled: bool,
    /// The day of the list that was last taken in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_on: Option<Date>,
    /// How many families have come how far.
    pub families: Vec<StatusCount>,
}

/// So many families.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatusCount {
    /// Where they stand.
    pub status: Code<Status>,
    /// How many.
    pub families: u32,
}

/// One family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FamilyOutcome {
    /// The code on its receipt.
    pub code: RegistrationCode,
    /// Who entered the record as it stands; absent where it came on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_by: Option<Code<Actor>>,
    /// Whether a phone of the reader listed the family under this code.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_phone: bool,
    /// Where a family was listed under several codes: the first, at the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<RegistrationCode>,
    /// What happened, oldest first.
    pub events: Vec<EventDto>,
}
