//! The sealed records, in buckets of one size.

use crate::document::json;
use crate::public_family::PublicFamily;
use crate::secrets::{Keyed, position};
use crate::sink::Sink;
use office::fault::{Fault, Result};
use office::progress::{Progress, Work};
use rayon::prelude::*;
use seal::PublicationSecret;
use seal::lookup::bucket_file;
use wire::{Areas, Bucket, SealedRecord, Version};

/// So many records share a bucket: whoever sees which bucket is fetched learns no more than one in so many.
const SHARE: usize = 32;
/// Lengths of records come in these steps, so that they say little of the longest story.
const STEP: usize = 256;
/// Room for a usual story.
const USUAL: usize = 1024;
/// The length that stands before a document.
const LENGTH: usize = 4;
/// Nonce and tag around it.
const SEAL: usize = 12 + 16;

/// How many files, and how many bits of an id name one.
pub(crate) struct Filled {
    pub(crate) bits: u8,
    pub(crate) files: usize,
}

/// Seals every record, and fills the buckets up with decoys. `keyed` lie in the order of their ids.
pub(crate) fn fill(
    secret: &PublicationSecret,
    keyed: &[Keyed],
    families: &[PublicFamily],
    areas: &Areas,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Filled> {
    let documents: Vec<Box<[u8]>> = families
        .par_iter()
        .map(|family| Ok(json(&family.to_family(areas)?)?.into_boxed_slice()))
        .collect::<Result<_>>()?;
    let longest = documents.iter().map(|document| document.len() + LENGTH).max().unwrap_or(0);
    let padded = longest.max(USUAL).next_multiple_of(STEP);
    let bits = bits(keyed.len());

    // Ids lie in order, and so do the buckets.
    let mut rest = keyed;
    let buckets: Vec<(u32, &[Keyed])> = (0..1u32 << bits)
        .map(|number| {
            let length = rest.partition_point(|keyed| keyed.locator.bucket(bits) <= number);
            let (own, others) = rest.split_at(length);
            rest = others;
            (number, own)
        })
        .collect();
    let fullest = buckets.iter().map(|(_, own)| own.len()).max().unwrap_or(0).max(SHARE);
    let bar = progress.begin(Work::SealBuckets, buckets.len());
    buckets.par_iter().try_for_each(|(number, own)| {
        let mut records = own
            .iter()
            .map(|Keyed { locator, family }| {
                let document = documents.get(position(*family)).map(AsRef::as_ref).unwrap_or_default();
                let nonce = secret.nonce(&locator.to_bytes(), document, padded);
                locator.seal(document, padded, nonce).map_err(|fault| {
                    Fault::new(
                        "segel",
                        format!("Catatan tidak dapat disegel: {fault}."),
                        "Laporkan kesalahan ini kepada pengembang.",
                    )
                })
            })
            .collect::<Result<Vec<SealedRecord>>>()?;
        let wanting = u32::try_from(fullest - records.len()).unwrap_or(0);
        records.extend((0..wanting).map(|n| secret.decoy(*number, bits, n, padded + SEAL)));
        records.sort_by(|a, b| a.id.cmp(&b.id));
        let bucket = Bucket { version: Version, bits, records };
        bar.advance(1);
        sink.put(&format!("status/{}", bucket_file(*number)), &json(&bucket)?)
    })?;
    Ok(Filled { bits, files: buckets.len() })
}

/// As many bits as give each bucket about [`SHARE`] records.
fn bits(records: usize) -> u8 {
    (0..20).find(|bits| records >> bits <= SHARE).unwrap_or(20)
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
