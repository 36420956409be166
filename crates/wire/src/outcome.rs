//! `outcome/<key id>.json`: what became of each family of one RT, in an envelope for that RT.

use crate::version::Version;
use domain::{Event, RegistrationCode};
use serde::{Deserialize, Serialize};

/// Inside the envelope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// Version of the document.
    pub version: Version<1>,
    /// Edition of the RT's list that was last taken in; 0: none.
    pub edition: u32,
    /// The families of the RT.
    pub families: Vec<FamilyOutcome>,
}

/// One family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FamilyOutcome {
    /// The code on its receipt.
    pub code: RegistrationCode,
    /// What happened, oldest first.
    pub events: Vec<Event>,
}
