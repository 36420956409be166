//! What a publication of the whole city weighs, and one look-up in it.

use anyhow::{Context, Result, ensure};
use data_encoding::BASE64URL_NOPAD;
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use std::{fs, io::Write, path::Path};
use walkdir::WalkDir;

/// Bytes of all files.
const PUBLICATION: u64 = 2_500_000_000;
/// Bytes of the bucket of a look-up, as a host sends it.
const BUCKET: usize = 24_000;
/// Families of a bucket, on average.
const SHARE: f64 = 32.0;
/// The length of a digest.
const DIGEST: usize = 16;

/// Weighs the publication in a folder, prints it, and fails where it is too much.
///
/// # Errors
/// When it cannot be read, or is heavier than it may be.
pub(super) fn weigh(folder: &Path, families: f64) -> Result<()> {
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
    ensure!(total <= PUBLICATION, "the publication has {total} bytes of {PUBLICATION}");
    ensure!(bucket <= BUCKET, "a bucket has {bucket} bytes of {BUCKET}");
    ensure!(share >= SHARE, "{share:.1} families share a bucket, not {SHARE}");
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
