//! A document with the signature of the office, as one file or as one link.

use crate::bytes::Bytes;
use crate::version::Version;
use serde::{Deserialize, Serialize};

/// A document as it was signed, letter by letter: a reader checks the signature first and parses afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signed {
    /// Version of this frame.
    pub version: Version<1>,
    /// The document itself, as text.
    pub document: String,
    /// ECDSA on P-256 with SHA-256 (FIPS 186-5), r and s of 32 bytes each, over [`Purpose::message`].
    pub signature: Bytes,
}

impl Signed {
    /// As the part of a link behind its `#`: document and signature in base64url, with a dot between them.
    pub fn to_fragment(&self) -> String {
        [&Bytes(self.document.as_bytes().to_vec()).to_string(), ".", &self.signature.to_string()].concat()
    }

    /// Reads [`Signed::to_fragment`]; `None` for anything else.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let (document, signature) = fragment.split_once('.')?;
        Some(Self {
            version: Version,
            document: String::from_utf8(Bytes::parse(document)?.0).ok()?,
            signature: Bytes::parse(signature)?,
        })
    }
}

/// What a signature is for: one of these is never taken for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// `index.json`.
    Index,
    /// `manifest.json`.
    Manifest,
    /// The link that makes a phone the phone of an RT or RW.
    Enrolment,
}

impl Purpose {
    /// The bytes that are signed: the purpose in a line of its own, then the document.
    pub fn message(self, document: &str) -> Vec<u8> {
        let purpose = match self {
            Self::Index => "tepat/index/1\n",
            Self::Manifest => "tepat/manifest/1\n",
            Self::Enrolment => "tepat/enrolment/1\n",
        };
        [purpose, document].concat().into_bytes()
    }
}
