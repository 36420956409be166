//! What a publication of the whole city weighs, and one look-up in it.

use super::limits::{Limits, megabytes};
use anyhow::{Context, Result};
use data_encoding::BASE64URL_NOPAD;
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use std::{fs, io::Write, path::Path};
use walkdir::WalkDir;

/// Megabytes of all files.
const PUBLICATION: f64 = 2_500.0;
/// Bytes of the bucket of a look-up, as a host sends it.
const BUCKET: f64 = 24_000.0;
/// Families of a bucket, on average.
const SHARE: f64 = 32.0;
/// The length of a digest.
const DIGEST: usize = 16;

/// Weighs the publication in a folder.
///
/// # Errors
/// When it cannot be read.
pub(super) fn weigh(folder: &Path, families: f64, limits: &mut Limits) -> Result<()> {
    let files = WalkDir::new(folder).into_iter().filter_map(|entry| entry.ok()?.metadata().ok());
    let total: u64 = files.filter(fs::Metadata::is_file).map(|file| file.len()).sum();
    let frame: Value = serde_json::from_slice(&fs::read(folder.join("index.json"))?)?;
    let index: Value = serde_json::from_str(text(&frame, "/document")?)?;
    let (index_bytes, group) =
        (sent(&fs::read(folder.join("index.json"))?)?, digests(&index, "/status/groups")?);
    let group = fs::read(folder.join(first(&group)?))?;
    let bucket = digests(&serde_json::from_slice(&group)?, "/buckets")?;
    let bucket = sent(&fs::read(folder.join(first(&bucket)?))?)?;
    let buckets = index.pointer("/lookup/pair_buckets").and_then(Value::as_f64).context("pair_buckets")?;
    let share = families / buckets;
    eprintln!(
        "  The publication: {} MB; a look-up, packed as it is sent: index {index_bytes} B, group {} B, bucket {bucket} B; \
         {share:.1} families a bucket, {buckets} buckets",
        total / 1_000_000,
        sent(&group)?,
    );
    limits.at_most("the publication, MB", megabytes(total), PUBLICATION);
    limits.at_most("a bucket as it is sent, bytes", f64::from(u32::try_from(bucket)?), BUCKET);
    limits.at_least("families a bucket", share, SHARE);
    Ok(())
}

fn text<'a>(document: &'a Value, pointer: &str) -> Result<&'a str> {
    document.pointer(pointer).and_then(Value::as_str).with_context(|| format!("no {pointer}"))
}

fn digests(document: &Value, pointer: &str) -> Result<Vec<u8>> {
    Ok(BASE64URL_NOPAD.decode(text(document, pointer)?.as_bytes())?)
}

/// The file of the first digest.
fn first(digests: &[u8]) -> Result<String> {
    let digest = digests.get(..DIGEST).context("no digest")?;
    Ok(format!("status/{}.json", data_encoding::HEXLOWER.encode(digest)))
}

/// The length of a file as hosts send it.
fn sent(file: &[u8]) -> Result<usize> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(file)?;
    Ok(packed.finish()?.len())
}
