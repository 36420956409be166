//! Looking up the status of a family: index → group → bucket → record.

pub mod draft;
pub mod secret;

use crate::api::{self, ApiFault, Freshness};
use crate::stretch;
use crate::worker::WorkerFault;
use futures::future::join;
use seal::{Derivation, Locator, LookupSecret, Packed, Place};
use secret::Secret;
use serde::de::DeserializeOwned;
use wire::{Bucket, BucketGroup, FileDigest, Index, LookupParams, StatusRecord};

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
    /// Does a derivation, in a thread of its own.
    async fn derive(&self, derivation: &Derivation) -> Result<Option<Vec<u8>>, WorkerFault>;
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

    async fn derive(&self, derivation: &Derivation) -> Result<Option<Vec<u8>>, WorkerFault> {
        stretch::derive(derivation).await
    }
}

/// Looks a family up: its bucket is fetched while its key is derived. If a new publication has come out meanwhile the bucket is
/// fetched once again, but nothing is ever derived under a second salt: that would tell a host that sends two which of the
/// numbers it guessed are asked for.
///
/// # Errors
/// The [`LookupFault`]. That the family is not listed is an answer.
pub(crate) async fn look_up(host: &impl Host, secret: Secret) -> Result<Found, LookupFault> {
    let secret = LookupSecret::from(&secret);
    let mut index = host.index(Freshness::Usual).await.map_err(without_index)?;
    let derivation = secret.derivation(&index.lookup).map_err(|_| LookupFault::Untrusted)?;
    let (derived, fetched) = join(host.derive(&derivation), fetch(host, secret.place(), &index)).await;
    let derived = derived.map_err(|WorkerFault| LookupFault::Device)?;
    let locator = derived.and_then(|bytes| Locator::from_bytes(&bytes)).ok_or(LookupFault::Device)?;
    let bucket = match fetched {
        Err(Stop::Stale) => {
            let before = index;
            index = host.index(Freshness::Reload).await.map_err(without_index)?;
            if !derives_the_same(&before.lookup, &index.lookup) {
                return Err(LookupFault::Damaged);
            }
            fetch(host, secret.place(), &index).await
        }
        fetched => fetched,
    };
    let bucket = bucket.map_err(|stop| match stop {
        Stop::Stale => LookupFault::Damaged,
        Stop::Fault(fault) => fault,
    })?;
    let packed = seal::bucket::open(&bucket, &locator).map_err(|_| LookupFault::Damaged)?;
    let record = packed.map(|packed| read(&packed).ok_or(LookupFault::Damaged)).transpose()?;
    Ok(Found { index, record })
}

fn read(packed: &Packed) -> Option<Box<StatusRecord>> {
    serde_json::from_slice(&packed.unpack()?).ok()
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

/// The bucket in which a family lies.
async fn fetch(host: &impl Host, place: Place, index: &Index) -> Result<Bucket, Stop> {
    let damaged = || Stop::Fault(LookupFault::Damaged);
    let (group, at) = index.status.group_of(place.bucket(&index.lookup)).ok_or_else(damaged)?;
    let group: BucketGroup = status_file(host, group).await?;
    status_file(host, group.buckets.get(at).ok_or_else(damaged)?).await
}

async fn status_file<T: DeserializeOwned>(host: &impl Host, name: FileDigest) -> Result<T, Stop> {
    let text = host.status_file(name).await.map_err(|fault| match fault {
        // Every file that an index names exists: a missing one belongs to another.
        ApiFault::Missing => Stop::Stale,
        fault => Stop::Fault(without_index(fault)),
    })?;
    serde_json::from_str(&text).map_err(|_| Stop::Fault(LookupFault::Damaged))
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
