//! The publisher's secret, from which everything in a publication follows that must look random.
//!
//! So the same register gives the same files, byte for byte: an upload sends what changed, and an audit can make the
//! publication again.

use crate::bucket::{BucketSeed, Resident, Room};
use crate::hidden::hidden;
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// 32 bytes that never leave the publisher. `Debug` is blank.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct PublicationSecret([u8; 32]);

impl PublicationSecret {
    /// From the seed of the office.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(derive(seed, b"tepat/publication/1", &[]))
    }

    /// The seed of a bucket: with anything that the bucket says, all of it becomes another.
    pub fn seed_of(&self, residents: &[Resident], room: Room) -> BucketSeed {
        let mut said = Sha256::new();
        for length in [room.documents, room.capsules, residents.len()] {
            said.update(length_bytes(length));
        }
        for resident in residents {
            said.update(resident.packed.as_bytes());
            said.update(length_bytes(resident.locators.len()));
            resident.locators.iter().for_each(|locator| said.update(locator.0));
        }
        BucketSeed(derive(&self.0, b"tepat/bucket/2", &said.finalize()))
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
