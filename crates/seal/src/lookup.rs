//! How a family finds its own record, and nobody else's.
//!
//! KK number and NIK together (or the registration code) go through Argon2id. What comes out knows its capsule among those
//! of a bucket, and the capsule opens the family's document. Which bucket it is follows from the KK number (or the code)
//! alone, so the adults of a family ask for the same one. A plain hash in the place of Argon2id would not do: the NIKs and
//! KK numbers of Jakarta can be counted through in a second.

use crate::derivation::{Derivation, DerivationMemory};
use crate::hidden::hidden;
use domain::{KkNumber, Nik, RegistrationCode};
use sha2::{Digest, Sha256};
use thiserror::Error;
use wire::LookupParams;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Bytes of a [`Locator`].
const LOCATOR: usize = 48;
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
pub struct Locator(pub(crate) [u8; LOCATOR]);

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

    /// What opens the record, once it is derived.
    ///
    /// # Errors
    /// [`LookupFault::Params`] for parameters outside the limits: see [`Derivation::is_acceptable`].
    pub fn derivation(&self, params: &LookupParams) -> Result<Derivation, LookupFault> {
        let derivation = Derivation {
            secret: self.derived_from.clone(),
            salt: params.salt.0.clone(),
            memory_kib: params.memory_kib,
            passes: params.passes,
            lanes: params.lanes,
            length: LOCATOR,
        };
        let are_few = |buckets: u32| (1..=MOST_BUCKETS).contains(&buckets);
        let acceptable =
            derivation.is_acceptable() && are_few(params.pair_buckets) && are_few(params.code_buckets);
        acceptable.then_some(derivation).ok_or(LookupFault::Params)
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
    /// Derives what opens a record.
    ///
    /// # Errors
    /// As [`LookupSecret::derivation`].
    pub fn derive(secret: &LookupSecret, params: &LookupParams) -> Result<Self, LookupFault> {
        Self::derive_in(&mut DerivationMemory::default(), secret, params)
    }

    /// As [`Locator::derive`], in memory that serves one derivation after the other.
    ///
    /// # Errors
    /// As [`Locator::derive`].
    pub fn derive_in(
        memory: &mut DerivationMemory,
        secret: &LookupSecret,
        params: &LookupParams,
    ) -> Result<Self, LookupFault> {
        let derived = secret.derivation(params)?.run_in(memory);
        derived.and_then(|bytes| Self::from_bytes(&bytes)).ok_or(LookupFault::Params)
    }

    /// What came of [`LookupSecret::derivation`].
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// 48 bytes, for the register: derived once, used in every publication.
    pub fn as_bytes(&self) -> &[u8; LOCATOR] {
        &self.0
    }
}

hidden!(LookupSecret, Locator);
