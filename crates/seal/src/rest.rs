//! What a phone keeps is sealed at rest: under a random key, which is itself sealed under what its owner knows.

use crate::derivation::{Derivation, LEAST_MEMORY_KIB};
use crate::hidden::hidden;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use wire::Bytes;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Length of a nonce of XChaCha20-Poly1305: long enough to be drawn at random for every single write.
pub const NONCE: usize = 24;
const KEY: usize = 32;

/// A key for what is kept. `Debug` is blank.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RestKey([u8; KEY]);

/// How a secret that people can remember becomes a key: Argon2id (RFC 9106), kept in clear beside what it protects.
///
/// It stretches the work of whoever tries all PINs on a copied phone; it cannot make six digits strong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    salt: Bytes,
    memory_kib: u32,
    passes: u32,
}

impl Stretch {
    /// With OWASP's memory and four passes: about two seconds on a cheap phone.
    pub fn new(salt: [u8; 16]) -> Self {
        Self { salt: salt.into(), memory_kib: LEAST_MEMORY_KIB, passes: 4 }
    }

    /// What becomes the key, once it is derived; not acceptable for a stretch that is not one of ours, as a forged backup may
    /// ask for.
    pub fn derivation(&self, secret: &str) -> Derivation {
        Derivation {
            secret: secret.as_bytes().to_vec(),
            salt: self.salt.0.clone(),
            memory_kib: self.memory_kib,
            passes: self.passes,
            lanes: 1,
            length: KEY,
        }
    }

    /// The key that follows from a secret; `None` for a stretch that is not one of ours.
    pub fn key(&self, secret: &str) -> Option<RestKey> {
        RestKey::from_derived(&self.derivation(secret).run()?)
    }
}

impl RestKey {
    /// A key of these bytes, which must come from a source for keys.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What came of [`Stretch::derivation`].
    pub fn from_derived(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its bytes, as secret as the key.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals a document for the place where it is kept: it opens nowhere else. The nonce must be random. `None` for
    /// what is longer than a cipher takes (256 GB).
    pub fn seal(&self, place: &str, document: &[u8], nonce: [u8; NONCE]) -> Option<Vec<u8>> {
        let payload = Payload { msg: document, aad: place.as_bytes() };
        let body = self.cipher().encrypt(&XNonce::from(nonce), payload).ok()?;
        Some([nonce.as_slice(), &body].concat())
    }

    /// Opens what was sealed for this place; `None` if it was changed, moved, or sealed under another key.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, body) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: body, aad: place.as_bytes() };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.0))
    }
}

hidden!(RestKey);
