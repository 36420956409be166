//! The signatures of the office: ECDSA on P-256 with SHA-256 (FIPS 186-5), with the numbers of RFC 6979, so that the same
//! document has the same signature. In a browser WebCrypto checks them.

use crate::hidden::hidden;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use thiserror::Error;
use wire::{Bytes, Purpose, Signed, Version};

/// Signs for the office. `Debug` is blank.
#[derive(Clone)]
pub struct SigningSecret(SigningKey);

/// Tells the office's signatures from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningPublic(VerifyingKey);

/// The signature is not of this key, or the document was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not signed by this office")]
pub struct ForeignSignature;

impl SigningSecret {
    /// From 32 bytes; `None` for the few that are no key.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 32] = bytes.try_into().ok()?;
        SigningKey::from_slice(bytes).ok().map(Self)
    }

    /// 32 bytes, for the file of the key.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }

    /// The public half.
    pub fn public(&self) -> SigningPublic {
        SigningPublic(*self.0.verifying_key())
    }

    /// Signs a document for a purpose.
    pub fn sign(&self, purpose: Purpose, document: String) -> Signed {
        let signature: Signature = self.0.sign(&purpose.message(&document));
        Signed { version: Version, document, signature: Bytes(signature.to_bytes().to_vec()) }
    }
}

impl SigningPublic {
    /// From an uncompressed point, 65 bytes; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        (bytes.len() == 65).then(|| VerifyingKey::from_sec1_bytes(bytes).ok().map(Self)).flatten()
    }

    /// An uncompressed point (SEC 1, section 2.3.3): 65 bytes, as WebCrypto takes it.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_sec1_point(false).as_bytes().to_vec()
    }

    /// The document, if this office signed it for this purpose.
    ///
    /// # Errors
    /// [`ForeignSignature`].
    pub fn verify<'a>(&self, purpose: Purpose, signed: &'a Signed) -> Result<&'a str, ForeignSignature> {
        let signature = Signature::from_slice(&signed.signature.0).map_err(|_| ForeignSignature)?;
        self.0.verify(&purpose.message(&signed.document), &signature).map_err(|_| ForeignSignature)?;
        Ok(&signed.document)
    }
}

hidden!(SigningSecret);
