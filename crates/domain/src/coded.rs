//! Codes in documents that another program wrote: perhaps a later one, which knows more of them.

use std::borrow::Cow;
use std::fmt::{Display, Formatter};

/// A closed set of values, each with a code.
pub trait Coded: Copy + Eq + 'static {
    /// What the set is called in schemas.
    const NAME: &'static str;
    /// Every value, in reading order.
    const ALL: &'static [Self];

    /// The code of a value.
    fn code(self) -> &'static str;
}

/// A code as a reader finds it. A code that this program does not know never fails the document around it: it is shown
/// as unknown, and the rest is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code<T> {
    /// One of the set.
    Known(T),
    /// Of a later version of the set: the code as it was written.
    Unknown(String),
}

impl<T: Coded> Code<T> {
    /// Reads a code.
    pub fn read(text: Cow<'_, str>) -> Self {
        match T::ALL.iter().find(|value| value.code() == text) {
            Some(value) => Self::Known(*value),
            None => Self::Unknown(text.into_owned()),
        }
    }

    /// The value, if this program knows it.
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Unknown(_) => None,
        }
    }

    /// The code as it is written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(value) => value.code(),
            Self::Unknown(text) => text,
        }
    }
}

impl<T: Coded> From<T> for Code<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Coded> PartialEq<T> for Code<T> {
    fn eq(&self, value: &T) -> bool {
        matches!(self, Self::Known(known) if known == value)
    }
}

impl<T: Coded> Display for Code<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl<T: Coded> serde::Serialize for Code<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, T: Coded> serde::Deserialize<'de> for Code<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::deserialize(deserializer).map(Self::read)
    }
}

/// An open string: a reader must accept codes beside the known ones.
#[cfg(feature = "schema")]
impl<T: Coded> schemars::JsonSchema for Code<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: Vec<&str> = T::ALL.iter().map(|value| value.code()).collect();
        schemars::json_schema!({
            "type": "string",
            "description": "One of the examples, or a code of a later version: readers show it as unknown and use the rest.",
            "examples": codes,
        })
    }
}
