//! The sealed records, in buckets of one size, and the digests that name them.

mod room;

use crate::document::json;
use crate::fitting::{Fitted, fit};
use crate::public_family::PublicFamily;
use crate::secrets::{Keyed, position};
use crate::sink::Sink;
use office::fault::{Fault, Result};
use office::progress::{Progress, Work};
use office::register::digest;
use rayon::prelude::*;
use room::{Bucketful, Plan};
use seal::PublicationSecret;
use seal::bucket::{Resident, Room, seal};
use std::sync::atomic::{AtomicUsize, Ordering};
use wire::{Areas, Bucket, BucketGroup, Digests, FileDigest, PairView, StatusTree, Version};

/// Buckets of a group. The list of a group is some 6 KB, and so is that of the groups of a city.
const GROUP: u32 = 256;

/// What was made.
pub(crate) struct Filled {
    pub(crate) pair_buckets: u32,
    pub(crate) code_buckets: u32,
    pub(crate) tree: StatusTree,
    /// Records that had to be cut down to the one length.
    pub(crate) shortened: usize,
    /// Records that found no room in their bucket. Among honest numbers there is none in a million cities.
    pub(crate) left_out: usize,
}

/// What all buckets are made from.
pub(crate) struct Filling<'a> {
    pub(crate) secret: &'a PublicationSecret,
    pub(crate) families: &'a [PublicFamily],
    pub(crate) areas: &'a Areas,
    pub(crate) pair: PairView,
}

/// Seals every record, and fills the buckets up with decoys. `keyed` lie in the order of their places.
pub(crate) fn fill(
    filling: &Filling<'_>,
    keyed: &[Keyed],
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Filled> {
    let (pairs, codes) = keyed.split_at(keyed.partition_point(|keyed| keyed.place.is_of_pair()));
    let plans = [(Some(filling.pair), Plan::of(pairs)), (None, Plan::of(codes))];
    let shortened = AtomicUsize::new(0);
    let bar = progress.begin(Work::SealBuckets, plans.iter().map(|(_, plan)| plan.buckets.len()).sum());
    let mut buckets = Vec::new();
    for (pair, plan) in &plans {
        let sealed: Vec<FileDigest> = plan
            .buckets
            .par_iter()
            .map(|bucketful| {
                let (residents, cut) = filling.residents(bucketful, *pair)?;
                shortened.fetch_add(cut, Ordering::Relaxed);
                let bucket = filling.seal(&residents, plan.room);
                bar.advance(1);
                put(sink, &bucket)
            })
            .collect::<Result<_>>()?;
        buckets.extend(sealed);
    }
    let groups = buckets.chunks(usize::try_from(GROUP).unwrap_or(1)).map(|buckets| {
        put(sink, &BucketGroup { version: Version, buckets: buckets.iter().copied().collect() })
    });
    let tree = StatusTree { group_size: GROUP, groups: groups.collect::<Result<Digests>>()? };
    let [(_, pairs), (_, codes)] = plans;
    Ok(Filled {
        pair_buckets: pairs.count(),
        code_buckets: codes.count(),
        tree,
        shortened: shortened.into_inner(),
        left_out: pairs.left_out + codes.left_out,
    })
}

impl Filling<'_> {
    /// What is said of the families of a bucket; how many records had to be cut down.
    fn residents(&self, bucketful: &Bucketful<'_>, pair: Option<PairView>) -> Result<(Vec<Resident>, usize)> {
        let mut shortened = 0;
        let residents = bucketful
            .families()
            .map(|own| {
                let family = own.first().and_then(|keyed| self.families.get(position(keyed.family)));
                let family = family.ok_or_else(|| {
                    Fault::new("register", "Register berubah saat menerbitkan.", "Ulangi perintah ini.")
                })?;
                let Fitted { packed, is_shortened } = fit(family.to_family(self.areas, pair)?)?;
                shortened += usize::from(is_shortened);
                Ok(Resident { packed, locators: own.iter().map(|keyed| keyed.locator.clone()).collect() })
            })
            .collect::<Result<_>>()?;
        Ok((residents, shortened))
    }

    fn seal(&self, residents: &[Resident], room: Room) -> Bucket {
        seal(&self.secret.seed_of(residents, room), residents, room)
    }
}

/// Puts a file of `status/` where its content says.
fn put(sink: &dyn Sink, document: &impl serde::Serialize) -> Result<FileDigest> {
    let bytes = json(document)?;
    let name = FileDigest::of_sha256(&digest(&bytes));
    sink.put(&name.status_file(), &bytes)?;
    Ok(name)
}

/// How many families have a record in these buckets that is not as it should be, or not there. `published` gives the bucket
/// that lies at the place of a number.
pub(crate) fn families_behind(
    filling: &Filling<'_>,
    keyed: &[Keyed],
    published: impl Fn(u32, FileDigest) -> Result<Option<Bucket>>,
) -> Result<usize> {
    let (pairs, codes) = keyed.split_at(keyed.partition_point(|keyed| keyed.place.is_of_pair()));
    let plans = [(Some(filling.pair), Plan::of(pairs)), (None, Plan::of(codes))];
    let mut behind = std::collections::BTreeSet::new();
    let numbered =
        plans.iter().flat_map(|(pair, plan)| plan.buckets.iter().map(move |it| (pair, plan.room, it)));
    for (number, (pair, room, bucketful)) in (0..).zip(numbered) {
        let (residents, _) = filling.residents(bucketful, *pair)?;
        let bytes = json(&filling.seal(&residents, room))?;
        let there = published(number, FileDigest::of_sha256(&digest(&bytes)))?;
        let Some(there) = there else { continue };
        for (own, resident) in bucketful.families().zip(&residents) {
            let is_there = resident.locators.iter().all(|locator| {
                seal::bucket::open(&there, locator)
                    .is_ok_and(|found| found.as_ref() == Some(&resident.packed))
            });
            if !is_there {
                behind.extend(own.first().map(|keyed| keyed.family));
            }
        }
    }
    Ok(behind.len())
}
