//! What the office has settled for its publications.

use domain::{Code, Coded as _};
use office::fault::{Fault, Result};
use office::register::Register;
use seal::derivation::{LEAST_MEMORY_KIB, LEAST_PASSES};
use wire::{Bytes, LookupParams, PairView, Version};

const PAIR: &str = "pair";
const FRESH_DAYS: &str = "fresh-days";
/// Twice as long as the longest pause between two publications.
const USUALLY_FRESH: u32 = 14;

/// They stay in the register until they are settled anew.
pub(crate) struct Terms {
    pub(crate) salt: Bytes,
    /// What KK number and NIK open.
    pub(crate) pair: PairView,
    /// For so many days nobody is told that the data are old.
    pub(crate) fresh_days: u32,
}

/// Settles terms anew, as far as they are given.
///
/// # Errors
/// The register cannot be written.
pub fn settle(register: &Register, pair: Option<PairView>, fresh_days: Option<u32>) -> Result<()> {
    if let Some(pair) = pair {
        register.set(PAIR, pair.code())?;
    }
    if let Some(days) = fresh_days {
        register.set(FRESH_DAYS, &days.to_string())?;
    }
    Ok(())
}

impl Terms {
    pub(crate) fn of(register: &Register) -> Result<Self> {
        let salt = register.get("salt")?;
        let salt =
            salt.and_then(|text| data_encoding::HEXLOWER.decode(text.as_bytes()).ok()).ok_or_else(|| {
                Fault::new(
                    "garam",
                    "Register tidak memuat garam program.",
                    "Pulihkan register dari cadangan.",
                )
            })?;
        let pair = register.get(PAIR)?.and_then(|code| Code::<PairView>::read(code.into()).known());
        let fresh_days = match register.number(FRESH_DAYS)? {
            0 => USUALLY_FRESH,
            days => days,
        };
        Ok(Self { salt: Bytes(salt), pair: pair.unwrap_or_default(), fresh_days })
    }

    /// Parameters for so many buckets of each kind.
    pub(crate) fn params(&self, pair_buckets: u32, code_buckets: u32) -> LookupParams {
        LookupParams {
            scheme: Version,
            salt: self.salt.clone(),
            memory_kib: LEAST_MEMORY_KIB,
            passes: LEAST_PASSES,
            lanes: 1,
            pair_buckets,
            code_buckets,
            pair: self.pair.into(),
        }
    }
}
