//! What the phone of an RT has sealed and opened. Documents pass through as text: what is in them is the page's to read.

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use seal::{EnvelopeFault, OfficePublic, OfficeSecret, envelope};
use serde::{Deserialize, Serialize};
use std::fmt;
use wire::{Enrolment, OfficeKind};

/// One piece of work.
#[derive(Serialize, Deserialize)]
pub enum Job {
    /// Seal a list for the offices that came with the enrolment.
    Seal {
        /// Who sends.
        enrolment: Box<Enrolment>,
        /// What is sent: JSON of a `HouseholdListDto`.
        list: String,
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

/// What came of a job. Half of it is secret, so `Debug` says only what it is.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// A sealed list.
    Sealed {
        /// The name that the file must have in the drop box.
        file: String,
        /// Its text.
        text: String,
    },
    /// What became of each family: JSON of an `Outcome`, not read yet.
    Outcome(String),
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
    /// A file was damaged on its way, or is from another version.
    Damaged,
    /// The list is too large for one envelope.
    TooLarge,
    /// The enrolment is broken: ask for a new link.
    Enrolment,
}

/// Does a job that comes as JSON; its answer is JSON.
pub fn answer(job: &str) -> String {
    let answer = serde_json::from_str(job).map_or(Answer::Failed(Failure::Damaged), run);
    serde_json::to_string(&answer).unwrap_or_default()
}

/// Does one job.
pub fn run(job: Job) -> Answer {
    match job {
        Job::Seal { enrolment, list } => seal(&enrolment, list.as_bytes()),
        Job::OpenOutcome { enrolment, envelope } => open_outcome(&enrolment, &envelope),
        Job::Identify { enrolment } => office(&enrolment).map(|office| Answer::Identity {
            id: office.public().id(),
            password: office.drop_box_password().to_owned(),
        }),
    }
    .unwrap_or_else(Answer::Failed)
}

fn seal(enrolment: &Enrolment, document: &[u8]) -> Result<Answer, Failure> {
    let readers: Vec<OfficePublic> = enrolment
        .offices
        .iter()
        .map(|key| OfficePublic::from_bytes(&key.public_key.0))
        .collect::<Option<_>>()
        .filter(|readers: &Vec<_>| !readers.is_empty())
        .ok_or(Failure::Enrolment)?;
    let mut rng = UnwrapErr(SysRng);
    let sealed = envelope::seal(document, Some(&office(enrolment)?), &readers, &mut rng).map_err(failure)?;
    let (file, bytes) = envelope::write(&sealed).map_err(failure)?;
    Ok(Answer::Sealed { file, text: String::from_utf8(bytes).map_err(|_| Failure::Damaged)? })
}

fn open_outcome(enrolment: &Enrolment, envelope: &str) -> Result<Answer, Failure> {
    let dinas = enrolment
        .offices
        .iter()
        .find(|key| key.kind == OfficeKind::Dinas)
        .and_then(|key| OfficePublic::from_bytes(&key.public_key.0))
        .ok_or(Failure::Enrolment)?;
    let envelope = envelope::read(envelope.as_bytes()).map_err(failure)?;
    let document = envelope::open(&envelope, &office(enrolment)?, Some(&dinas)).map_err(failure)?;
    String::from_utf8(document).map(Answer::Outcome).map_err(|_| Failure::Damaged)
}

fn office(enrolment: &Enrolment) -> Result<OfficeSecret, Failure> {
    enrolment.seed.array().map(|seed| OfficeSecret::from_seed(&seed)).ok_or(Failure::Enrolment)
}

fn failure(fault: EnvelopeFault) -> Failure {
    match fault {
        EnvelopeFault::TooLarge => Failure::TooLarge,
        EnvelopeFault::Key | EnvelopeFault::NotForThisKey => Failure::Enrolment,
        EnvelopeFault::Format | EnvelopeFault::Sender | EnvelopeFault::Damaged => Failure::Damaged,
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Seal { .. } => "Seal",
            Self::OpenOutcome { .. } => "OpenOutcome",
            Self::Identify { .. } => "Identify",
        })
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sealed { .. } => "Sealed",
            Self::Outcome(_) => "Outcome",
            Self::Identity { .. } => "Identity",
            Self::Failed(failure) => return write!(f, "Failed({failure:?})"),
        })
    }
}
