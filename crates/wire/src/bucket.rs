//! `status/<bucket>.json`: sealed status records, as many in every bucket.

use crate::bytes::Bytes;
use crate::version::Version;
use serde::{Deserialize, Serialize};

/// One bucket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bucket {
    /// Version of the API.
    pub version: Version<1>,
    /// Bits of the id that chose this bucket: a reader whose index says another number reads the index again.
    pub bits: u8,
    /// In the order of their ids; made-up ones among them.
    pub records: Vec<SealedRecord>,
}

/// One record, or a decoy: only its key tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SealedRecord {
    /// 16 bytes.
    pub id: Bytes,
    /// Nonce (12 bytes), then the padded record under ChaCha20-Poly1305 (RFC 8439).
    #[serde(rename = "box")]
    pub sealed: Bytes,
}
