//! How a family finds its own record, and nobody else's.
//!
//! KK number and NIK together (or the registration code) go through Argon2id. The result names the record and opens
//! it; its leading bits name the bucket that is fetched, which some thirty families share. A plain hash would not do:
//! the NIKs and KK numbers of Jakarta can be counted through in a second.

use crate::hidden::hidden;
use crate::pad;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use domain::{KkNumber, Nik, RegistrationCode};
use thiserror::Error;
use wire::{Bucket, Bytes, LookupParams, SealedRecord};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// OWASP's least for Argon2id. A host that asks for less is not believed: with a cheap derivation and many bucket
/// bits it could learn from the bucket who asks.
pub const LEAST_MEMORY_KIB: u32 = 19_456;
/// With [`LEAST_MEMORY_KIB`].
pub const LEAST_PASSES: u32 = 2;
/// What a phone of 2 GB can spare.
pub(crate) const MOST_MEMORY_KIB: u32 = 65_536;
pub(crate) const MOST_PASSES: u32 = 8;
/// A million buckets are enough for thirty million records.
const MOST_BUCKET_BITS: u8 = 20;
const NONCE: usize = 12;

/// What the family knows. `Debug` is blank.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct LookupSecret(Vec<u8>);

/// Where a record lies and what opens it. `Debug` is blank.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Locator {
    id: [u8; 16],
    key: [u8; 32],
}

/// What a derivation fills, 19 MiB or more. It holds nothing that leads back to a secret.
#[derive(Default)]
pub struct DerivationMemory(Vec<Block>);

/// Why a look-up gave no answer. "No such record" is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LookupFault {
    /// The index asks for a derivation that is too weak, too heavy, or none.
    #[error("the parameters of the look-up are not acceptable")]
    Params,
    /// The bucket was made for another index: read the index again.
    #[error("the bucket belongs to another publication")]
    Stale,
    /// The record is there and cannot be opened: the file was damaged on its way.
    #[error("the record is damaged")]
    Damaged,
    /// The document does not fit the padding.
    #[error("the document is longer than its padding")]
    TooLong,
}

impl LookupSecret {
    /// The KK number with the NIK of any adult in the KK.
    pub fn pair(kk: &KkNumber, nik: &Nik) -> Self {
        Self(format!("kk+nik/1:{kk}:{nik}").into_bytes())
    }

    /// The code on the receipt.
    pub fn code(code: &RegistrationCode) -> Self {
        Self(format!("code/1:{code}").into_bytes())
    }

    /// The bytes that are derived from, for telling whether one was derived before. As secret as the numbers.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Locator {
    /// Derives the place and key of a record. Takes some 25 ms on an office machine and a second on a cheap phone.
    ///
    /// # Errors
    /// [`LookupFault::Params`] for parameters outside the limits above.
    pub fn derive(secret: &LookupSecret, params: &LookupParams) -> Result<Self, LookupFault> {
        Self::derive_in(&mut DerivationMemory::default(), secret, params)
    }

    /// As [`Locator::derive`], in memory that serves one derivation after the other: whoever derives a million saves a tenth.
    ///
    /// # Errors
    /// As [`Locator::derive`].
    pub fn derive_in(
        memory: &mut DerivationMemory,
        secret: &LookupSecret,
        params: &LookupParams,
    ) -> Result<Self, LookupFault> {
        if !(LEAST_MEMORY_KIB..=MOST_MEMORY_KIB).contains(&params.memory_kib)
            || !(LEAST_PASSES..=MOST_PASSES).contains(&params.passes)
            || params.bucket_bits > MOST_BUCKET_BITS
        {
            return Err(LookupFault::Params);
        }
        let mut output = [0; 48];
        Params::new(params.memory_kib, params.passes, params.lanes, Some(output.len()))
            .and_then(|cost| {
                memory.0.resize(cost.block_count(), Block::new());
                Argon2::new(Algorithm::Argon2id, Version::V0x13, cost).hash_password_into_with_memory(
                    &secret.0,
                    &params.salt.0,
                    &mut output,
                    &mut memory.0,
                )
            })
            .map_err(|_| LookupFault::Params)?;
        let locator = Self::from_bytes(&output);
        output.zeroize();
        locator.ok_or(LookupFault::Params)
    }

    /// Reads back what [`Locator::to_bytes`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (id, key) = bytes.split_first_chunk::<16>()?;
        Some(Self { id: *id, key: key.try_into().ok()? })
    }

    /// The record's id, by whose leading bits it is found.
    pub fn id(&self) -> &[u8; 16] {
        &self.id
    }

    /// 48 bytes, for the register: derived once, used in every publication.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.id.as_slice(), &self.key].concat()
    }

    /// The number of the bucket when the leading `bits` of the id choose it.
    pub fn bucket(&self, bits: u8) -> u32 {
        let [a, b, c, d, ..] = self.id;
        u32::from_be_bytes([a, b, c, d]).checked_shr(32 - u32::from(bits)).unwrap_or(0)
    }

    /// Seals a document into a record of `padded` bytes. A nonce must never serve two documents under one key: see
    /// [`PublicationSecret::nonce`](crate::PublicationSecret::nonce).
    ///
    /// # Errors
    /// [`LookupFault::TooLong`] if it does not fit.
    pub fn seal(
        &self,
        document: &[u8],
        padded: usize,
        nonce: [u8; NONCE],
    ) -> Result<SealedRecord, LookupFault> {
        let padded = pad::pad(document, padded).ok_or(LookupFault::TooLong)?;
        let payload = Payload { msg: &padded, aad: &self.id };
        let body = self.cipher().encrypt(&Nonce::from(nonce), payload).map_err(|_| LookupFault::TooLong)?;
        Ok(SealedRecord { id: self.id.into(), sealed: Bytes([nonce.as_slice(), &body].concat()) })
    }

    /// Finds and opens the record in its bucket; `None` if the family is not listed.
    ///
    /// # Errors
    /// [`LookupFault::Stale`] or [`LookupFault::Damaged`].
    pub fn open(&self, bucket: &Bucket, params: &LookupParams) -> Result<Option<Vec<u8>>, LookupFault> {
        if bucket.bits != params.bucket_bits {
            return Err(LookupFault::Stale);
        }
        let Some(record) = bucket.records.iter().find(|record| record.id.0 == self.id) else {
            return Ok(None);
        };
        let (nonce, body) = record.sealed.0.split_first_chunk::<NONCE>().ok_or(LookupFault::Damaged)?;
        let payload = Payload { msg: body, aad: &self.id };
        let padded =
            self.cipher().decrypt(&Nonce::from(*nonce), payload).map_err(|_| LookupFault::Damaged)?;
        pad::unpad(&padded).map(|document| Some(document.to_vec())).ok_or(LookupFault::Damaged)
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(self.key))
    }
}

hidden!(LookupSecret, Locator);

/// The name of a bucket's file, without folder: four digits at least, so that they sort.
pub fn bucket_file(bucket: u32) -> String {
    format!("{bucket:04x}.json")
}
