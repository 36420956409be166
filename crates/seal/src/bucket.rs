//! A bucket: the documents of some families among decoys, and the capsules that open them.
//!
//! Everything in it that must look random follows from one seed, and the seed from all that the bucket says. So a bucket
//! stays as it is, byte for byte, until something in it changes, and then all of it changes: whoever compares two
//! publications sees that something happened to one of these families, and not to which, nor to how many.

use crate::hidden::hidden;
use crate::lookup::{Locator, LookupFault};
use crate::packing::{PACKED, Packed};
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce, Tag};
use hkdf::Hkdf;
use sha2::Sha256;
use wire::{Bucket, Bytes, Version};
use zeroize::{Zeroize, ZeroizeOnDrop};

const LABEL: usize = 8;
const KEY: usize = 16;
const NONCE: usize = 16;
const TAG: usize = 16;
/// The key of one document seals nothing else, so one nonce is right for all.
const ONLY_ONCE: [u8; 12] = [0; 12];

/// A family in a bucket: what is said of it, and whom it is said to.
#[derive(Debug)]
pub struct Resident {
    /// Its record.
    pub packed: Packed,
    /// What opens it.
    pub locators: Vec<Locator>,
}

/// How many places a bucket has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// For documents.
    pub documents: usize,
    /// For capsules.
    pub capsules: usize,
}

/// 32 bytes that a bucket is made from. `Debug` is blank.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct BucketSeed(pub(crate) [u8; 32]);

hidden!(BucketSeed);

/// What of a bucket follows from its seed.
#[derive(Clone, Copy)]
enum Part {
    Nonce,
    Key,
    DecoyDocument,
    DecoyCapsule,
}

impl BucketSeed {
    fn bytes<const N: usize>(&self, part: Part, number: usize) -> [u8; N] {
        let part = match part {
            Part::Nonce => b"n",
            Part::Key => b"k",
            Part::DecoyDocument => b"d",
            Part::DecoyCapsule => b"c",
        };
        let number = u64::try_from(number).unwrap_or(u64::MAX).to_be_bytes();
        expand(&self.0, &[], &[b"tepat/bucket/2", part, &number])
    }
}

/// Fills a bucket. What does not fit is left out: see [`Room`].
pub fn seal(seed: &BucketSeed, residents: &[Resident], room: Room) -> Bucket {
    let nonce: [u8; NONCE] = seed.bytes(Part::Nonce, 0);
    let keys: Vec<[u8; KEY]> = (0..residents.len()).map(|n| seed.bytes(Part::Key, n)).collect();

    // Sealed documents look random, so their own order says nothing of the order of the families.
    let mut documents: Vec<(Vec<u8>, Option<usize>)> = residents
        .iter()
        .zip(&keys)
        .enumerate()
        .map(|(n, (resident, key))| (seal_document(&nonce, key, &resident.packed), Some(n)))
        .collect();
    let decoys = residents.len()..room.documents;
    documents
        .extend(decoys.map(|n| (seed.bytes::<{ Bucket::DOCUMENT }>(Part::DecoyDocument, n).into(), None)));
    documents.sort();

    let mut capsules: Vec<[u8; Bucket::CAPSULE]> = Vec::with_capacity(room.capsules);
    for (place, (_, resident)) in (0u16..).zip(&documents) {
        let Some((key, resident)) = resident.and_then(|n| Some((keys.get(n)?, residents.get(n)?))) else {
            continue;
        };
        capsules.extend(resident.locators.iter().map(|locator| capsule(&nonce, locator, key, place)));
    }
    let decoys = capsules.len()..room.capsules;
    capsules.extend(decoys.map(|n| seed.bytes(Part::DecoyCapsule, n)));
    capsules.sort_unstable();

    Bucket {
        version: Version,
        nonce: nonce.into(),
        capsules: Bytes(capsules.concat()),
        documents: Bytes(documents.into_iter().flat_map(|(bytes, _)| bytes).collect()),
    }
}

/// Finds and opens the record in its bucket; `None` if there is none for this locator.
///
/// # Errors
/// [`LookupFault::Damaged`].
pub fn open(bucket: &Bucket, locator: &Locator) -> Result<Option<Packed>, LookupFault> {
    let nonce: [u8; NONCE] = bucket.nonce.array().ok_or(LookupFault::Damaged)?;
    let (capsules, rest) = bucket.capsules.0.as_chunks::<{ Bucket::CAPSULE }>();
    let (documents, more) = bucket.documents.0.as_chunks::<{ Bucket::DOCUMENT }>();
    if !rest.is_empty() || !more.is_empty() {
        return Err(LookupFault::Damaged);
    }
    let mask = capsule_mask(&nonce, locator);
    let Some(capsule) = capsules.iter().find(|capsule| capsule.get(..LABEL) == mask.get(..LABEL)) else {
        return Ok(None);
    };
    let opened = masked(capsule, &mask);
    let (key, place) = opened.split_first_chunk::<KEY>().ok_or(LookupFault::Damaged)?;
    let place = place.first_chunk().map_or(u16::MAX, |bytes| u16::from_be_bytes(*bytes));
    let document = documents.get(usize::from(place)).ok_or(LookupFault::Damaged)?;
    open_document(&nonce, key, document).map(Some)
}

/// The label of a locator's capsule, then what masks the rest of it.
fn capsule_mask(nonce: &[u8; NONCE], locator: &Locator) -> [u8; Bucket::CAPSULE] {
    expand(&locator.0, nonce, &[b"tepat/capsule/2"])
}

fn capsule(nonce: &[u8; NONCE], locator: &Locator, key: &[u8; KEY], place: u16) -> [u8; Bucket::CAPSULE] {
    let mask = capsule_mask(nonce, locator);
    let mut plain = [0; Bucket::CAPSULE];
    let (_, content) = plain.split_at_mut(LABEL);
    for (to, from) in content.iter_mut().zip(key.iter().chain(&place.to_be_bytes())) {
        *to = *from;
    }
    let mut sealed = mask;
    for (to, from) in sealed.iter_mut().zip(plain) {
        *to ^= from;
    }
    sealed
}

/// Key and place in a capsule.
fn masked(capsule: &[u8; Bucket::CAPSULE], mask: &[u8; Bucket::CAPSULE]) -> Vec<u8> {
    capsule.iter().zip(mask).skip(LABEL).map(|(a, b)| a ^ b).collect()
}

fn cipher(nonce: &[u8; NONCE], key: &[u8; KEY]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(expand::<32>(key, nonce, &[b"tepat/document/2"])))
}

fn seal_document(nonce: &[u8; NONCE], key: &[u8; KEY], packed: &Packed) -> Vec<u8> {
    let mut body = packed.0.to_vec();
    let tag =
        cipher(nonce, key).encrypt_inout_detached(&Nonce::from(ONLY_ONCE), &[], body.as_mut_slice().into());
    // ChaCha20-Poly1305 refuses texts of 256 GB.
    body.extend_from_slice(tag.unwrap_or_default().as_slice());
    body
}

fn open_document(
    nonce: &[u8; NONCE],
    key: &[u8; KEY],
    document: &[u8; Bucket::DOCUMENT],
) -> Result<Packed, LookupFault> {
    let (body, tag) = document.split_first_chunk::<PACKED>().ok_or(LookupFault::Damaged)?;
    let tag: [u8; TAG] = tag.try_into().map_err(|_| LookupFault::Damaged)?;
    let mut packed = Packed(*body);
    cipher(nonce, key)
        .decrypt_inout_detached(&Nonce::from(ONLY_ONCE), &[], packed.0.as_mut_slice().into(), &Tag::from(tag))
        .map_err(|_| LookupFault::Damaged)?;
    Ok(packed)
}

/// HKDF-SHA256 (RFC 5869). It gives at most 255 blocks of 32 bytes; every caller asks for less.
fn expand<const N: usize>(secret: &[u8], salt: &[u8], info: &[&[u8]]) -> [u8; N] {
    const { assert!(N <= 255 * 32) };
    let mut out = [0; N];
    let _ = Hkdf::<Sha256>::new(Some(salt), secret).expand_multi_info(info, &mut out);
    out
}
