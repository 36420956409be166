//! The command `tepat`, built for the other tasks, and the `dummy-keys` that only they use.

use crate::{root::root, step::step, variant::Variant};
use anyhow::Result;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Where the `dummy-keys` are that were built with a `tepat`.
pub(crate) fn dummy_keys(tepat: &Path) -> PathBuf {
    tepat.with_file_name("examples").join("dummy-keys")
}

/// Builds the command and tells where it is.
pub(crate) fn build(shell: &Shell, variant: Variant) -> Result<PathBuf> {
    among(shell, variant, &["-p", "tepat", "--locked"])
}

/// The same as one of several packages, whose libraries it then shares.
pub(crate) fn among(shell: &Shell, variant: Variant, packages: &[&str]) -> Result<PathBuf> {
    let (profile, folder) = variant.native_profile();
    let usual = match variant {
        Variant::Release => "about 7 min at first",
        Variant::Quick => "about 3 min at first",
    };
    step(&format!("building tepat ({usual})"), || {
        Ok(cmd!(shell, "cargo build --profile {profile} {packages...} --bin tepat --example dummy-keys")
            .run()?)
    })?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(target.join(folder).join("tepat"))
}
