//! An envelope: a document for a few readers, from a known sender or from nobody.

use crate::bytes::Bytes;
use crate::version::Version;
use serde::{Deserialize, Serialize};

/// HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305, around one content key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope {
    /// Version of the format.
    pub version: Version<1>,
    /// Key id of the sender, for mode *auth*; absent for mode *base*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The content key, once for each reader.
    pub to: Vec<Wrap>,
    /// The padded document under the content key.
    pub body: Bytes,
}

/// The content key for one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wrap {
    /// Key id of the reader.
    pub key: String,
    /// HPKE's encapsulated key.
    pub enc: Bytes,
    /// The content key under HPKE, bound to the SHA-256 of the body.
    pub wrapped: Bytes,
}
