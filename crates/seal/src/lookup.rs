//! How a family finds its own record, and nobody else's.
//!
//! KK number and NIK together (or the registration code) go through Argon2id. What comes out knows its capsule among those
//! of a bucket, and the capsule opens the family's document. Which bucket it is follows from the KK number (or the code)
//! alone, so the adults of a family ask for the same one. A plain hash in the place of Argon2id would not do: the NIKs and
//! KK numbers of Jakarta can be counted through in a second.

use crate::hidden::hidden;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use domain::{KkNumber, Nik, RegistrationCode};
use sha2::{Digest, Sha256};
use thiserror::Error;
use wire::LookupParams;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// OWASP's least for Argon2id. A host that asks for less is not believed: with a cheap derivation whoever holds leaked
/// numbers tries them all.
pub const LEAST_MEMORY_KIB: u32 = 19_456;
/// With [`LEAST_MEMORY_KIB`].
pub const LEAST_PASSES: u32 = 2;
/// What a phone of 2 GB can spare.
pub(crate) const MOST_MEMORY_KIB: u32 = 65_536;
pub(crate) const MOST_PASSES: u32 = 8;
/// A million buckets of each kind are enough for thirty million families.
const MOST_BUCKETS: u32 = 1 << 20;

/// What the family knows. `Debug` is blank.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct LookupSecret {
    derived_from: Vec<u8>,
    #[zeroize(skip)]
    place: Place,
}

/// Where the records of a family lie, before it is known how many buckets there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    kind: PlaceKind,
    /// Where among all of its kind, as a fraction of 2^64.
    at: u64,
}

/// By what a record is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum PlaceKind {
    Pair,
    Code,
}

/// What opens a record. `Debug` is blank.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Locator(pub(crate) [u8; 48]);

/// What a derivation fills, 19 MiB or more. It holds nothing that leads back to a secret.
#[derive(Default)]
pub struct DerivationMemory(Vec<Block>);

/// Why a look-up gave no answer. "No such record" is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LookupFault {
    /// The index asks for a derivation that is too weak, too heavy, or none.
    #[error("the parameters of the look-up are not acceptable")]
    Params,
    /// The record is there and cannot be opened: the file was damaged on its way.
    #[error("the record is damaged")]
    Damaged,
}

impl LookupSecret {
    /// The KK number with the NIK of any adult in the KK.
    pub fn pair(kk: &KkNumber, nik: &Nik) -> Self {
        Self { derived_from: format!("kk+nik/1:{kk}:{nik}").into_bytes(), place: Place::of_kk(kk) }
    }

    /// The code on the receipt.
    pub fn code(code: &RegistrationCode) -> Self {
        Self { derived_from: format!("code/1:{code}").into_bytes(), place: Place::of_code(code) }
    }

    /// The bytes that are derived from, for telling whether one was derived before. As secret as the numbers.
    pub fn as_bytes(&self) -> &[u8] {
        &self.derived_from
    }

    /// Where the record lies. It takes no derivation to know, so the bucket is fetched meanwhile.
    pub fn place(&self) -> Place {
        self.place
    }
}

impl Place {
    /// For all who ask with this KK number.
    pub fn of_kk(kk: &KkNumber) -> Self {
        Self::of(PlaceKind::Pair, &format!("kk/2:{kk}"))
    }

    /// For whoever asks with this code.
    pub fn of_code(code: &RegistrationCode) -> Self {
        Self::of(PlaceKind::Code, &format!("code/2:{code}"))
    }

    fn of(kind: PlaceKind, text: &str) -> Self {
        let digest = Sha256::digest(text);
        Self { kind, at: digest.first_chunk().map_or(0, |first| u64::from_be_bytes(*first)) }
    }

    /// The number of the bucket.
    pub fn bucket(&self, params: &LookupParams) -> u32 {
        match self.kind {
            PlaceKind::Pair => self.among(params.pair_buckets),
            PlaceKind::Code => params.pair_buckets.saturating_add(self.among(params.code_buckets)),
        }
    }

    /// Whether KK number and NIK lead here.
    pub fn is_of_pair(&self) -> bool {
        self.kind == PlaceKind::Pair
    }

    /// The number among so many buckets of its kind.
    pub fn among(&self, buckets: u32) -> u32 {
        let scaled = u128::from(self.at) * u128::from(buckets);
        u32::try_from(scaled >> 64).unwrap_or(0)
    }
}

impl Locator {
    /// Derives what opens a record. Takes some 25 ms on an office machine and a second on a cheap phone.
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
            || !(1..=MOST_BUCKETS).contains(&params.pair_buckets)
            || !(1..=MOST_BUCKETS).contains(&params.code_buckets)
        {
            return Err(LookupFault::Params);
        }
        let mut output = [0; 48];
        Params::new(params.memory_kib, params.passes, params.lanes, Some(output.len()))
            .and_then(|cost| {
                memory.0.resize(cost.block_count(), Block::new());
                Argon2::new(Algorithm::Argon2id, Version::V0x13, cost).hash_password_into_with_memory(
                    &secret.derived_from,
                    &params.salt.0,
                    &mut output,
                    &mut memory.0,
                )
            })
            .map_err(|_| LookupFault::Params)?;
        Ok(Self(output))
    }

    /// Reads back what [`Locator::to_bytes`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// 48 bytes, for the register: derived once, used in every publication.
    pub fn as_bytes(&self) -> &[u8; 48] {
        &self.0
    }
}

hidden!(LookupSecret, Locator);
