//! The key that follows from what the owner of a phone knows.

use seal::Stretch;
use serde::{Deserialize, Serialize};
use std::fmt;
use wire::Bytes;

/// One piece of work: two seconds on a cheap phone.
#[derive(Serialize, Deserialize)]
pub struct Job {
    /// A PIN, or the code of a backup.
    pub secret: String,
    /// Kept in clear beside what the key opens.
    pub stretch: Stretch,
}

/// The key, which is secret; `None` where what is kept beside it cannot be trusted.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer(pub Option<Bytes>);

/// Does one job.
pub fn run(job: Job) -> Answer {
    let Job { secret, stretch } = job;
    Answer(stretch.key(&secret).map(|key| Bytes(key.as_bytes().to_vec())))
}

/// Hidden: what its owner knows.
impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Job")
    }
}

/// Hidden: the key.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Key" } else { "None" })
    }
}
