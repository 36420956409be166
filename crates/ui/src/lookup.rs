//! Looking up the status of a family: index → place of the record → bucket → record.

pub mod draft;
pub mod thread;

use crate::api::{self, ApiFault, Freshness};
use crate::worker::WorkerFault;
use ::worker::lookup::{Answer, Failure, Job, Secret};
use wire::{Index, StatusRecord};

/// The answer of a look-up.
#[derive(Debug, PartialEq)]
pub struct Found {
    /// The publication that answered.
    pub index: Index,
    /// What it holds of the family; `None`: the family is not listed.
    pub record: Option<Box<StatusRecord>>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookupFault {
    /// No signal, or the host is down: try again.
    Network,
    /// There is no publication yet: come back another day.
    Unpublished,
    /// A file was damaged on its way, or the publication changed twice meanwhile: try again.
    Damaged,
    /// The publication asks for a derivation that would give the numbers away: tell the office.
    Untrusted,
    /// The browser cannot do the work: too old, or out of memory.
    Device,
}

/// What a look-up needs of the world.
pub(crate) trait Host {
    /// `index.json`.
    async fn index(&self, freshness: Freshness) -> Result<Index, ApiFault>;
    /// The text of a file in `status/`.
    async fn bucket(&self, file: &str) -> Result<String, ApiFault>;
    /// Has a job done.
    async fn work(&self, job: &Job) -> Result<Answer, WorkerFault>;
}

/// The API that the app was loaded from, and the worker beside it.
pub(crate) struct Here;

impl Host for Here {
    async fn index(&self, freshness: Freshness) -> Result<Index, ApiFault> {
        api::index(freshness).await
    }

    async fn bucket(&self, file: &str) -> Result<String, ApiFault> {
        api::bucket(file).await
    }

    async fn work(&self, job: &Job) -> Result<Answer, WorkerFault> {
        thread::ask(job).await
    }
}

/// Looks a family up. If a new publication has come out meanwhile, it is read once again from the start.
///
/// # Errors
/// The [`LookupFault`]. That the family is not listed is an answer.
pub(crate) async fn look_up(host: &impl Host, secret: Secret) -> Result<Found, LookupFault> {
    for freshness in [Freshness::Usual, Freshness::Reload] {
        let index = host.index(freshness).await.map_err(without_index)?;
        match open(host, secret, &index).await {
            Ok(record) => return Ok(Found { index, record }),
            Err(Stop::Stale) => {}
            Err(Stop::Fault(fault)) => return Err(fault),
        }
    }
    Err(LookupFault::Damaged)
}

/// Why one try ended.
enum Stop {
    /// Index and bucket are of two publications.
    Stale,
    Fault(LookupFault),
}

async fn open(host: &impl Host, secret: Secret, index: &Index) -> Result<Option<Box<StatusRecord>>, Stop> {
    let params = index.lookup.clone();
    let Answer::Located { file, locator } =
        work(host, Job::Locate { secret, params: params.clone() }).await?
    else {
        return Err(Stop::Fault(LookupFault::Device));
    };
    let bucket = host.bucket(&file).await.map_err(|fault| match fault {
        // Every bucket of a publication exists: a missing one belongs to another.
        ApiFault::Missing => Stop::Stale,
        ApiFault::Network => Stop::Fault(LookupFault::Network),
        ApiFault::Damaged => Stop::Fault(LookupFault::Damaged),
    })?;
    match work(host, Job::Open { locator, params, bucket }).await? {
        Answer::Opened(record) => Ok(record),
        _ => Err(Stop::Fault(LookupFault::Device)),
    }
}

async fn work(host: &impl Host, job: Job) -> Result<Answer, Stop> {
    match host.work(&job).await {
        Ok(Answer::Failed(Failure::Stale)) => Err(Stop::Stale),
        Ok(Answer::Failed(Failure::Params)) => Err(Stop::Fault(LookupFault::Untrusted)),
        Ok(Answer::Failed(_)) => Err(Stop::Fault(LookupFault::Damaged)),
        Ok(answer) => Ok(answer),
        Err(WorkerFault) => Err(Stop::Fault(LookupFault::Device)),
    }
}

fn without_index(fault: ApiFault) -> LookupFault {
    match fault {
        ApiFault::Network => LookupFault::Network,
        ApiFault::Missing => LookupFault::Unpublished,
        ApiFault::Damaged => LookupFault::Damaged,
    }
}

#[cfg(test)]
mod tests;
