//! Serialising a value through its own text form, so that what is stored is checked again when it is read.

use thiserror::Error;

/// Implements `Serialize` by [`std::fmt::Display`] and `Deserialize` by the type's `parse`.
macro_rules! as_text {
    ($name:ty, $expected:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // The value itself stays out of the message: it may be somebody's number.
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                <$name>::parse(&text).map_err(|_| serde::de::Error::custom(concat!("expected ", $expected)))
            }
        }
    };
}

/// The JSON Schema of a value that is text on the wire.
macro_rules! text_schema {
    ($name:ident, $pattern:literal) => {
        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

/// A closed set of values, each with the code that it has on the wire, in the register and on the command line.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident, $expected:literal { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code on the wire, in the register and on the command line.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Reads a code back.
            ///
            /// # Errors
            /// `UnknownCode` if no value has it.
            pub fn parse(text: &str) -> Result<Self, $crate::text_serde::UnknownCode> {
                Self::ALL.iter().copied().find(|value| value.code() == text).ok_or($crate::text_serde::UnknownCode)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.code()) }
        }

        $crate::text_serde::as_text!($name, $expected);

        impl $crate::coded::Coded for $name {
            const NAME: &'static str = stringify!($name);
            const ALL: &'static [Self] = Self::ALL;

            fn code(self) -> &'static str {
                self.code()
            }
        }
    };
}

/// A code that is not one of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("unknown code")]
pub struct UnknownCode;

pub(crate) use {as_text, coded, text_schema};
