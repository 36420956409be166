//! Looking up the status of a family: index → group → bucket → record.

pub mod draft;
pub mod thread;

use crate::api::{self, ApiFault, Freshness};
use crate::worker::WorkerFault;
use ::worker::lookup::{Answer, Failure, Job, Secret};
use futures::future::join;
use wire::{BucketGroup, FileDigest, Index, LookupParams, StatusRecord};

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
    /// A file was damaged on its way, or the publication changed meanwhile: try again.
    Damaged,
    /// The data are not from our office, or ask for a derivation that would give the numbers away: tell the office.
    Untrusted,
    /// The data are older than what this device has seen: tell the office.
    Older,
    /// The browser cannot do the work: too old, or out of memory.
    Device,
}

/// What a look-up needs of the world.
pub(crate) trait Host {
    /// `index.json`, of our office.
    async fn index(&self, freshness: Freshness) -> Result<Index, ApiFault>;
    /// The text of a file in `status/`, unchanged.
    async fn status_file(&self, name: FileDigest) -> Result<String, ApiFault>;
    /// Has a job done.
    async fn work(&self, job: &Job) -> Result<Answer, WorkerFault>;
}

/// The API that the app was loaded from, and the worker beside it.
pub(crate) struct Here;

impl Host for Here {
    async fn index(&self, freshness: Freshness) -> Result<Index, ApiFault> {
        api::index(freshness).await
    }

    async fn status_file(&self, name: FileDigest) -> Result<String, ApiFault> {
        api::status_file(name).await
    }

    async fn work(&self, job: &Job) -> Result<Answer, WorkerFault> {
        thread::ask(job).await
    }
}

/// Looks a family up: its bucket is fetched while its key is derived. If a new publication has come out meanwhile the bucket is
/// fetched once again, but nothing is ever derived under a second salt: that would tell a host that sends two which of the
/// numbers it guessed are asked for.
///
/// # Errors
/// The [`LookupFault`]. That the family is not listed is an answer.
pub(crate) async fn look_up(host: &impl Host, secret: Secret) -> Result<Found, LookupFault> {
    let mut index = host.index(Freshness::Usual).await.map_err(without_index)?;
    let derive = Job::Derive { secret, params: index.lookup.clone() };
    let (derived, fetched) = join(host.work(&derive), fetch(host, secret, &index)).await;
    let locator = match derived.map_err(|WorkerFault| LookupFault::Device)? {
        Answer::Derived { locator } => locator,
        Answer::Failed(Failure::Params) => return Err(LookupFault::Untrusted),
        _ => return Err(LookupFault::Device),
    };
    let bucket = match fetched {
        Err(Stop::Stale) => {
            let before = index;
            index = host.index(Freshness::Reload).await.map_err(without_index)?;
            if !derives_the_same(&before.lookup, &index.lookup) {
                return Err(LookupFault::Damaged);
            }
            fetch(host, secret, &index).await
        }
        fetched => fetched,
    };
    let bucket = bucket.map_err(|stop| match stop {
        Stop::Stale => LookupFault::Damaged,
        Stop::Fault(fault) => fault,
    })?;
    match host.work(&Job::Open { locator, bucket }).await {
        Ok(Answer::Opened(None)) => Ok(Found { index, record: None }),
        Ok(Answer::Opened(Some(record))) => {
            let record = serde_json::from_str(&record).map_err(|_| LookupFault::Damaged)?;
            Ok(Found { index, record: Some(record) })
        }
        Ok(_) => Err(LookupFault::Damaged),
        Err(WorkerFault) => Err(LookupFault::Device),
    }
}

fn derives_the_same(a: &LookupParams, b: &LookupParams) -> bool {
    let cost = |params: &LookupParams| (params.memory_kib, params.passes, params.lanes);
    a.salt == b.salt && cost(a) == cost(b)
}

/// Why a bucket did not come.
enum Stop {
    /// The host no longer has what the index names.
    Stale,
    Fault(LookupFault),
}

/// The text of the bucket in which a family lies.
async fn fetch(host: &impl Host, secret: Secret, index: &Index) -> Result<String, Stop> {
    let placed = host.work(&Job::Place { secret, params: index.lookup.clone() }).await;
    let Ok(Answer::Placed { bucket }) = placed else { return Err(Stop::Fault(LookupFault::Device)) };
    let damaged = || Stop::Fault(LookupFault::Damaged);
    let (group, place) = index.status.group_of(bucket).ok_or_else(damaged)?;
    let group = status_file(host, group).await?;
    let group: BucketGroup = serde_json::from_str(&group).map_err(|_| damaged())?;
    status_file(host, group.buckets.get(place).ok_or_else(damaged)?).await
}

async fn status_file(host: &impl Host, name: FileDigest) -> Result<String, Stop> {
    host.status_file(name).await.map_err(|fault| match fault {
        // Every file that an index names exists: a missing one belongs to another.
        ApiFault::Missing => Stop::Stale,
        fault => Stop::Fault(without_index(fault)),
    })
}

fn without_index(fault: ApiFault) -> LookupFault {
    match fault {
        ApiFault::Network => LookupFault::Network,
        ApiFault::Missing => LookupFault::Unpublished,
        ApiFault::Damaged => LookupFault::Damaged,
        ApiFault::Foreign => LookupFault::Untrusted,
        ApiFault::Older => LookupFault::Older,
        ApiFault::Unchecked => LookupFault::Device,
    }
}

#[cfg(test)]
mod tests;
