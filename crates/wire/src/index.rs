//! `index.json`: what a reader must know first.

use crate::bytes::Bytes;
use crate::version::Version;
use domain::{AreaCode, Code, Coded};
use serde::{Deserialize, Serialize};

/// The entry of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Index {
    /// Version of the API.
    pub version: Version<1>,
    /// Counts publications; every file of one publication that can change carries it.
    pub serial: u32,
    /// Local time of Jakarta, `2021-03-12T06:00`.
    pub published_at: String,
    /// The aid.
    pub programme: Programme,
    /// How a status is looked up.
    pub lookup: LookupParams,
    /// Public keys of the offices that lists are sealed to.
    pub offices: Vec<OfficeKey>,
    /// Path or address of the drop box, ending in `/`; absent where lists travel as files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop_box: Option<String>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Made-up data: say so on every page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// The aid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Programme {
    /// Its name.
    pub name: String,
    /// Rupiah a month for each family.
    pub rupiah_a_month: u32,
    /// The phase that runs.
    pub tahap: u16,
}

/// Parameters of the look-up: Argon2id (RFC 9106) and the size of the buckets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LookupParams {
    /// Salt of the programme.
    pub salt: Bytes,
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// So many leading bits of a record's id name its bucket.
    pub bucket_bits: u8,
}

/// Who holds a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeKind {
    /// Dinas Sosial.
    Dinas,
    /// An office of a kelurahan.
    Kelurahan,
}

impl Coded for OfficeKind {
    const NAME: &'static str = "OfficeKind";
    const ALL: &'static [Self] = &[Self::Dinas, Self::Kelurahan];

    fn code(self) -> &'static str {
        match self {
            Self::Dinas => "dinas",
            Self::Kelurahan => "kelurahan",
        }
    }
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficeKey {
    /// Whose.
    pub kind: Code<OfficeKind>,
    /// For a kelurahan: which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaCode>,
    /// X25519, 32 bytes.
    pub public_key: Bytes,
}

/// Whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// A telephone number, as dialled.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// In words: hours, place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
