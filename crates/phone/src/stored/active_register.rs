//! Which register of a phone is at hand, as it is stored: its name alone.

use super::Stored;

/// Names the register at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveRegister(pub String);

impl Stored for ActiveRegister {
    type Record = String;

    fn to_record(&self) -> String {
        self.0.clone()
    }

    fn from_record(record: String) -> Self {
        Self(record)
    }

    /// A text has no place for a version: a later one would be an object.
    fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().map(Self)
    }
}
