//! The publisher's secret, from which everything in a publication follows that must look random.
//!
//! So the same register gives the same files, byte for byte: an upload sends what changed, and an audit can make the
//! publication again.

use crate::hidden::hidden;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use sha2::Sha256;
use wire::{Bytes, SealedRecord};
use zeroize::{Zeroize, ZeroizeOnDrop};

const NONCE: usize = 12;
const TAG: usize = 16;

/// 32 bytes that never leave the publisher. `Debug` is blank.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct PublicationSecret([u8; 32]);

impl PublicationSecret {
    /// From the seed of the office.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(derive(seed, b"tepat/publication/1", &[]))
    }

    /// A nonce that depends on all that is sealed: the record, every bit of the document and the length that it is padded
    /// to. So it repeats only with all of them, and never serves two texts under one key (RFC 8439, section 4).
    pub fn nonce(&self, id_and_key: &[u8], document: &[u8], padded: usize) -> [u8; NONCE] {
        let bound = Hkdf::<Sha256>::new(Some(&self.0), document);
        let mut nonce = [0; NONCE];
        expand(&bound, &[b"nonce", &length_bytes(padded), id_and_key], &mut nonce);
        nonce
    }

    /// The `n`th made-up record of a bucket: an id with the bucket's leading bits, and `length` bytes (28 at least) that
    /// look like a sealed document, because they are one. With the length all but the id changes, as a family's does.
    pub fn decoy(&self, bucket: u32, bits: u8, n: u32, length: usize) -> SealedRecord {
        let source = Hkdf::<Sha256>::new(Some(&self.0), b"decoy");
        let place = [&[bits][..], &bucket.to_be_bytes(), &n.to_be_bytes()].concat();
        let mut id_and_key = [0; 16 + 32];
        expand(&source, &[&place], &mut id_and_key);
        let [a, b, c, d, ..] = &mut id_and_key;
        let mask = u32::MAX.checked_shr(u32::from(bits)).unwrap_or(0);
        let shifted = bucket.checked_shl(32 - u32::from(bits)).unwrap_or(0);
        [*a, *b, *c, *d] = (shifted | (u32::from_be_bytes([*a, *b, *c, *d]) & mask)).to_be_bytes();
        let padded = length.saturating_sub(NONCE + TAG);
        let nonce = self.nonce(&id_and_key, &[], padded);
        let (id, key) = id_and_key.split_at(16);
        let sealed = ChaCha20Poly1305::new_from_slice(key)
            .ok()
            .and_then(|cipher| cipher.encrypt(&Nonce::from(nonce), vec![0; padded].as_slice()).ok());
        let sealed = [nonce.as_slice(), &sealed.unwrap_or_default()].concat();
        SealedRecord { id: Bytes(id.to_vec()), sealed: Bytes(sealed) }
    }

    /// Names a secret in the register without being of use to anyone who has only the name.
    pub fn name_of(&self, secret: &[u8]) -> [u8; 32] {
        derive(&self.0, b"tepat/derived/1", secret)
    }
}

hidden!(PublicationSecret);

/// A length in eight bytes, on every machine.
fn length_bytes(length: usize) -> [u8; 8] {
    u64::try_from(length).unwrap_or(u64::MAX).to_be_bytes()
}

/// HKDF-SHA256 of a secret for one purpose.
pub(crate) fn derive<const N: usize>(secret: &[u8], purpose: &[u8], context: &[u8]) -> [u8; N] {
    let mut out = [0; N];
    expand(&Hkdf::<Sha256>::new(None, secret), &[purpose, context], &mut out);
    out
}

/// HKDF-Expand gives at most 255 blocks of 32 bytes; every caller asks for less.
fn expand(source: &Hkdf<Sha256>, info: &[&[u8]], out: &mut [u8]) {
    debug_assert!(out.len() <= 255 * 32);
    let _ = source.expand_multi_info(info, out);
}
