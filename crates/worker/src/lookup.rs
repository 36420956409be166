//! The record of a family: where it lies, and what it says.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::{Locator, LookupFault, LookupSecret};
use serde::{Deserialize, Serialize};
use std::fmt;
use wire::{Bucket, Bytes, LookupParams, StatusRecord};

/// One piece of work.
#[derive(Serialize, Deserialize)]
pub enum Job {
    /// Derive where the record lies: some 25 ms on an office machine, a second on a cheap phone.
    Locate {
        /// What the family knows.
        secret: Secret,
        /// From `index.json`.
        params: LookupParams,
    },
    /// Open the record in its bucket.
    Open {
        /// From [`Answer::Located`].
        locator: Bytes,
        /// From `index.json`.
        params: LookupParams,
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
    Located {
        /// File name of the bucket in `status/`.
        file: String,
        /// For [`Job::Open`]; secret.
        locator: Bytes,
    },
    /// The record, or that there is none.
    Opened(Option<Box<StatusRecord>>),
    /// Nothing came of it.
    Failed(Failure),
}

/// Why nothing came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The publication asks for a derivation that cannot be trusted.
    Params,
    /// The bucket belongs to another publication: read the index again, once.
    Stale,
    /// A file was damaged on its way, or is from another version.
    Damaged,
}

/// Does one job.
pub fn run(job: Job) -> Answer {
    match job {
        Job::Locate { secret, params } => locate(&secret, &params),
        Job::Open { locator, params, bucket } => open(&locator, &params, &bucket),
    }
    .unwrap_or_else(Answer::Failed)
}

fn locate(secret: &Secret, params: &LookupParams) -> Result<Answer, Failure> {
    let secret = match secret {
        Secret::Pair(kk, nik) => LookupSecret::pair(kk, nik),
        Secret::Code(code) => LookupSecret::code(code),
    };
    let locator = Locator::derive(&secret, params).map_err(failure)?;
    let file = seal::lookup::bucket_file(locator.bucket(params.bucket_bits));
    Ok(Answer::Located { file, locator: Bytes(locator.to_bytes()) })
}

fn open(locator: &Bytes, params: &LookupParams, bucket: &str) -> Result<Answer, Failure> {
    let locator = Locator::from_bytes(&locator.0).ok_or(Failure::Damaged)?;
    let bucket: Bucket = serde_json::from_str(bucket).map_err(|_| Failure::Damaged)?;
    let record = locator.open(&bucket, params).map_err(failure)?;
    let record: Option<StatusRecord> =
        record.map(|bytes| serde_json::from_slice(&bytes)).transpose().map_err(|_| Failure::Damaged)?;
    Ok(Answer::Opened(record.map(Box::new)))
}

fn failure(fault: LookupFault) -> Failure {
    match fault {
        LookupFault::Params => Failure::Params,
        LookupFault::Stale => Failure::Stale,
        LookupFault::Damaged | LookupFault::TooLong => Failure::Damaged,
    }
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
            Self::Locate { .. } => "Locate",
            Self::Open { .. } => "Open",
        })
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Located { .. } => f.write_str("Located"),
            Self::Opened(_) => f.write_str("Opened"),
            Self::Failed(failure) => write!(f, "Failed({failure:?})"),
        }
    }
}
