//! The record of a family: where it lies, and what it says.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::{Locator, LookupSecret};
use serde::{Deserialize, Serialize};
use std::fmt;
use wire::{Bucket, Bytes, LookupParams};

/// One piece of work.
#[derive(Serialize, Deserialize)]
pub enum Job {
    /// Tell the number of the bucket that a record lies in.
    Place {
        /// What the family knows.
        secret: Secret,
        /// From `index.json`.
        params: LookupParams,
    },
    /// Derive what opens the record: some 25 ms on an office machine, a second on a cheap phone.
    Derive {
        /// What the family knows.
        secret: Secret,
        /// From `index.json`.
        params: LookupParams,
    },
    /// Open the record in its bucket.
    Open {
        /// From [`Answer::Derived`].
        locator: Bytes,
        /// Text of the bucket's file.
        bucket: String,
    },
}

/// What the family knows.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub enum Secret {
    /// KK number and the NIK of an adult in it.
    Pair(KkNumber, Nik),
    /// The code on the receipt.
    Code(RegistrationCode),
}

/// What came of a job. Half of it is secret, so `Debug` says only what it is.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Where the record lies.
    Placed {
        /// The number of the bucket.
        bucket: u32,
    },
    /// What opens it.
    Derived {
        /// For [`Job::Open`]; secret.
        locator: Bytes,
    },
    /// The text of the record, or that there is none.
    Opened(Option<String>),
    /// Nothing came of it.
    Failed(Failure),
}

/// Why nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The publication asks for a derivation that cannot be trusted.
    Params,
    /// A file was damaged on its way, or is from another version.
    Damaged,
}

/// Does one job.
pub fn run(job: Job) -> Answer {
    match job {
        Job::Place { secret, params } => {
            Ok(Answer::Placed { bucket: LookupSecret::from(&secret).place().bucket(&params) })
        }
        Job::Derive { secret, params } => Locator::derive(&LookupSecret::from(&secret), &params)
            .map(|locator| Answer::Derived { locator: Bytes(locator.as_bytes().to_vec()) })
            .map_err(|_| Failure::Params),
        Job::Open { locator, bucket } => open(&locator, &bucket).ok_or(Failure::Damaged),
    }
    .unwrap_or_else(Answer::Failed)
}

impl From<&Secret> for LookupSecret {
    fn from(secret: &Secret) -> Self {
        match secret {
            Secret::Pair(kk, nik) => Self::pair(kk, nik),
            Secret::Code(code) => Self::code(code),
        }
    }
}

fn open(locator: &Bytes, bucket: &str) -> Option<Answer> {
    let locator = Locator::from_bytes(&locator.0)?;
    let bucket: Bucket = serde_json::from_str(bucket).ok()?;
    let Some(packed) = seal::bucket::open(&bucket, &locator).ok()? else {
        return Some(Answer::Opened(None));
    };
    Some(Answer::Opened(Some(String::from_utf8(packed.unpack()?).ok()?)))
}

/// Hidden: whose secret it holds.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pair(..) => "Pair",
            Self::Code(_) => "Code",
        })
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Place { .. } => "Place",
            Self::Derive { .. } => "Derive",
            Self::Open { .. } => "Open",
        })
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Placed { .. } => f.write_str("Placed"),
            Self::Derived { .. } => f.write_str("Derived"),
            Self::Opened(_) => f.write_str("Opened"),
            Self::Failed(failure) => write!(f, "Failed({failure:?})"),
        }
    }
}
