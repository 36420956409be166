//! The sealed records, in buckets of one size.

use super::secrets::Keyed;
use super::{Case, json};
use crate::areas::name_of;
use crate::fault::{Fault, Result};
use domain::mask;
use seal::PublicationSecret;
use seal::lookup::bucket_file;
use std::collections::BTreeMap;
use wire::{Areas, Bucket, SealedRecord, StatusRecord, Version};

/// So many records share a bucket: whoever sees which bucket is fetched learns no more than one in so many.
const SHARE: usize = 32;
/// Lengths of records come in these steps, so that they say little of the longest story.
const STEP: usize = 256;
/// Room for a usual story.
const USUAL: usize = 1024;

/// The files, and how many bits of an id name one.
pub(super) struct Buckets {
    pub(super) bits: u8,
    pub(super) files: Vec<(String, Vec<u8>)>,
}

/// Seals every record and fills the buckets up with decoys.
pub(super) fn fill(
    secret: &PublicationSecret,
    keyed: &[Keyed],
    cases: &[Case],
    areas: &Areas,
) -> Result<Buckets> {
    let documents: Vec<Vec<u8>> = cases.iter().map(|case| json(&told(case, areas))).collect::<Result<_>>()?;
    let longest = documents.iter().map(|document| document.len() + 4).max().unwrap_or(0);
    let padded = longest.max(USUAL).next_multiple_of(STEP);
    let bits = bits(keyed.len());

    let mut buckets: BTreeMap<u32, Vec<SealedRecord>> = (0..1u32 << bits).map(|n| (n, Vec::new())).collect();
    for Keyed { locator, case } in keyed {
        let document = documents.get(*case).map(Vec::as_slice).unwrap_or_default();
        let nonce = secret.nonce(&locator.to_bytes(), document);
        let record = locator.seal(document, padded, nonce).map_err(|fault| {
            Fault::new(
                "segel",
                format!("Catatan tidak dapat disegel: {fault}."),
                "Laporkan kesalahan ini kepada pengembang.",
            )
        })?;
        buckets.entry(locator.bucket(bits)).or_default().push(record);
    }
    let fullest = buckets.values().map(Vec::len).max().unwrap_or(0).max(SHARE);
    // Nonce, document, tag.
    let sealed_length = 12 + padded + 16;
    let files = buckets
        .into_iter()
        .map(|(number, mut records)| {
            let wanting = u32::try_from(fullest - records.len()).unwrap_or(0);
            records.extend((0..wanting).map(|n| secret.decoy(number, bits, n, sealed_length)));
            records.sort_by(|a, b| a.id.cmp(&b.id));
            let bucket = Bucket { version: Version, bits, records };
            Ok((format!("status/{}", bucket_file(number)), json(&bucket)?))
        })
        .collect::<Result<_>>()?;
    Ok(Buckets { bits, files })
}

/// As many bits as give each bucket about [`SHARE`] records.
fn bits(records: usize) -> u8 {
    (0..20).find(|bits| records >> bits <= SHARE).unwrap_or(20)
}

/// What a family is told.
fn told(case: &Case, areas: &Areas) -> StatusRecord {
    let household = &case.family.household;
    StatusRecord {
        version: Version,
        name: mask::name(&household.head.name),
        kk_last_four: household.kk.map(|kk| kk.digits().last_four()).unwrap_or_default(),
        area: case.family.origin.area.clone(),
        area_name: name_of(areas, &case.family.origin.area),
        rt: case.family.origin.rt,
        rw: case.family.origin.rw,
        size: u16::try_from(household.size()).unwrap_or(u16::MAX),
        events: case.events.clone(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_bucket_holds_about_thirty_records() {
        for (records, expect) in
            [(0, 0), (1, 0), (32, 0), (33, 1), (64, 1), (65, 1), (200, 3), (4_000_000, 17)]
        {
            let bits = super::bits(records);
            assert_eq!(bits, expect, "{records}");
        }
    }
}
