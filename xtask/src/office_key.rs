//! The public key that the app is built with: it believes publications that are signed with it, and no others.

use crate::root::root;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use xshell::Shell;

/// Tells `finish-build`, which trunk calls, the file of the key.
const FILE: &str = "TEPAT_OFFICE_KEY";
/// The key of all demos. Its secret half is public too: it protects nothing.
const DEMO: &str = "data/demo/signing.pub";

/// A key, as its file has it: an uncompressed point on P-256 in base64url.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfficeKey {
    file: PathBuf,
    text: String,
}

impl OfficeKey {
    /// The key in a file, or that of the demos.
    ///
    /// # Errors
    /// When the file is none of `tepat`'s `signing.pub`.
    pub(crate) fn read(shell: &Shell, file: Option<&Path>) -> Result<Self> {
        let file = file.map_or_else(|| Ok(root().join(DEMO)), std::path::absolute)?;
        let text = shell.read_file(&file).context("the public key of the office")?.trim().to_owned();
        let is_base64url = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        ensure!(
            text.len() == 87 && text.chars().all(is_base64url),
            "{} is no public key: name the signing.pub of the office's workspace",
            file.display()
        );
        Ok(Self { file, text })
    }

    /// The key of the build that has called this program.
    pub(crate) fn of_caller(shell: &Shell) -> Result<Self> {
        let file = std::env::var_os(FILE).map(PathBuf::from);
        Self::read(shell, file.as_deref())
    }

    /// The variable by which `finish-build` finds the key.
    pub(crate) fn variable(&self) -> (&'static str, &Path) {
        (FILE, &self.file)
    }

    /// As the page names it.
    pub(crate) fn meta(&self) -> String {
        format!("<meta name=\"tepat-office-key\" content=\"{}\">", self.text)
    }
}
