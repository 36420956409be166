//! `status/<digest>.json`: the sealed records of some families, and the lists that name such files.

use crate::bytes::Bytes;
use crate::digest::Digests;
use crate::version::Version;
use serde::{Deserialize, Serialize};

/// One bucket of scheme 2. Families and decoys look the same, and every bucket of a kind has the same size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bucket {
    /// Version of the scheme.
    pub version: Version<2>,
    /// 16 bytes. Another one as soon as anything in the bucket is.
    pub nonce: Bytes,
    /// Capsules of [`Bucket::CAPSULE`] bytes, in the order of their bytes.
    pub capsules: Bytes,
    /// Documents of [`Bucket::DOCUMENT`] bytes, in the order of their bytes.
    pub documents: Bytes,
}

impl Bucket {
    /// A label of 8 bytes by which a key knows its capsule, then the key and the place of the document, masked.
    pub const CAPSULE: usize = 26;
    /// A packed record of 256 bytes under ChaCha20-Poly1305 (RFC 8439), with its tag.
    pub const DOCUMENT: usize = 272;
}

/// Digests of the buckets of one group, in the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BucketGroup {
    /// Version of the scheme.
    pub version: Version<2>,
    /// The names of their files in `status/`.
    pub buckets: Digests,
}
