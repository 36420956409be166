//! The version of a document.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Always the number `N`; a document that says another is not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version<const N: u8>;

impl<const N: u8> Version<N> {
    /// The number that a document must say.
    pub const NUMBER: u8 = N;
}

impl<const N: u8> Serialize for Version<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(N)
    }
}

impl<'de, const N: u8> Deserialize<'de> for Version<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u8::deserialize(deserializer)? {
            n if n == N => Ok(Self),
            n => Err(serde::de::Error::custom(format_args!("version {n} where {N} is known"))),
        }
    }
}

#[cfg(feature = "schema")]
impl<const N: u8> schemars::JsonSchema for Version<N> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": N })
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn only_the_known_version_is_read() {
        assert!(serde_json::from_str::<Version<1>>("1").is_ok());
        assert!(serde_json::from_str::<Version<1>>("2").is_err());
        assert!(serde_json::from_str::<Version<1>>("300").is_err());
        assert_eq!(serde_json::to_string(&Version::<1>).unwrap(), "1");
    }
}
