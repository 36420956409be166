//! Compressed copies beside the files, for hosts that only have to send them.

use crate::variant::Variant;
use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use rayon::iter::{ParallelBridge, ParallelIterator};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};
use walkdir::WalkDir;

const COMPRESSIBLE: [&str; 7] = ["html", "js", "css", "wasm", "svg", "webmanifest", "txt"];

/// Writes `.br` and `.gz` beside each file of the folder that gains by it, on all cores.
pub(crate) fn folder(folder: &Path, variant: Variant) -> Result<()> {
    let mut files = compressible(folder)?;
    // The large ones first, so that no core is left with one of them at the end.
    files.sort_by_key(|file| std::cmp::Reverse(file.metadata().map_or(0, |metadata| metadata.len())));
    files.into_iter().par_bridge().try_for_each(|file| compress(&file, variant))
}

fn compressible(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        let extension = entry.path().extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if entry.file_type().is_file() && COMPRESSIBLE.contains(&extension) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn compress(file: &Path, variant: Variant) -> Result<()> {
    let content = fs::read(file)?;
    fs::write(file.with_added_extension("br"), brotli(&content, variant)?)?;
    fs::write(file.with_added_extension("gz"), gzip(&content)?)?;
    Ok(())
}

fn brotli(content: &[u8], variant: Variant) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, variant.brotli(), 22);
    writer.write_all(content)?;
    drop(writer);
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
