//! Where tools are kept between runs, for every clone of this user.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// The folder of one tool in the cache: `~/.cache/tepat/tools/<name>-<version>`.
pub(crate) fn cache(name: &str, version: &str) -> Result<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME") {
        Some(base) => PathBuf::from(base),
        None => std::env::home_dir().context("no home folder: set XDG_CACHE_HOME")?.join(".cache"),
    };
    Ok(base.join("tepat/tools").join(format!("{name}-{version}")))
}
