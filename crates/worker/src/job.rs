//! What the page asks for, and what it gets.

use domain::{KkNumber, Nik, RegistrationCode};
use seal::Stretch;
use serde::{Deserialize, Serialize};
use wire::{Bytes, Enrolment, HouseholdListDto, LookupParams, Outcome, StatusRecord};

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
    /// Seal a list for the offices that came with the enrolment.
    Seal {
        /// Who sends.
        enrolment: Box<Enrolment>,
        /// What is sent.
        list: Box<HouseholdListDto>,
    },
    /// Make a key of what the owner of a phone knows: two seconds on a cheap phone.
    Stretch {
        /// A PIN, or the code of a backup.
        secret: String,
        /// Kept in clear beside what the key opens.
        stretch: Stretch,
    },
    /// Open the outcome of this RT.
    OpenOutcome {
        /// Who reads.
        enrolment: Box<Enrolment>,
        /// Text of the envelope's file.
        envelope: String,
    },
    /// The name of this RT at the drop box and in `outcome/`.
    Identify {
        /// Who asks.
        enrolment: Box<Enrolment>,
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
    /// A sealed list.
    Sealed {
        /// The name that the file must have in the drop box.
        file: String,
        /// Its text.
        text: String,
    },
    /// The key; secret.
    Key(Bytes),
    /// What became of each family.
    Outcome(Box<Outcome>),
    /// Who this RT is at the drop box.
    Identity {
        /// Key id: user name, and file name in `outcome/`.
        id: String,
        /// Password of the drop box.
        password: String,
    },
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
    /// The list is too large for one envelope.
    TooLarge,
    /// The enrolment is broken: ask for a new link.
    Enrolment,
}

/// Hidden: whose secret it holds.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Pair(..) => "Pair",
            Self::Code(_) => "Code",
        })
    }
}

impl std::fmt::Debug for Job {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Locate { .. } => "Locate",
            Self::Open { .. } => "Open",
            Self::Seal { .. } => "Seal",
            Self::Stretch { .. } => "Stretch",
            Self::OpenOutcome { .. } => "OpenOutcome",
            Self::Identify { .. } => "Identify",
        })
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Located { .. } => "Located",
            Self::Opened(_) => "Opened",
            Self::Sealed { .. } => "Sealed",
            Self::Key(_) => "Key",
            Self::Outcome(_) => "Outcome",
            Self::Identity { .. } => "Identity",
            Self::Failed(failure) => return write!(f, "Failed({failure:?})"),
        })
    }
}
