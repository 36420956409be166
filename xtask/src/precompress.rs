//! Compressed copies beside the files, for hosts that only have to send them.

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write, path::Path};
use walkdir::WalkDir;

const COMPRESSIBLE: [&str; 6] = ["html", "js", "css", "wasm", "svg", "webmanifest"];

/// Writes `.br` and `.gz` beside each file of the folder that gains by it.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        let path = entry.path();
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if entry.file_type().is_file() && COMPRESSIBLE.contains(&extension) {
            let content = fs::read(path)?;
            fs::write(path.with_added_extension("br"), brotli(&content)?)?;
            fs::write(path.with_added_extension("gz"), gzip(&content)?)?;
        }
    }
    Ok(())
}

/// Brotli at its highest level.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
    writer.write_all(content)?;
    drop(writer);
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
