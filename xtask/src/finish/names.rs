//! Names by content: a file that changes gets another name, so that none is ever stale.

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::path::Path;
use xshell::Shell;

/// Renames each file after its content, and writes the new name wherever the old one stood: in those after it, in `users`
/// and in index.html. Tells the new names.
pub(crate) fn by_content(shell: &Shell, files: &[String], users: &[String]) -> Result<Vec<String>> {
    let mut renamed = Vec::new();
    for (done, file) in files.iter().enumerate() {
        let named = hashed(file, &shell.read_binary_file(file)?)?;
        let others =
            files.iter().skip(done + 1).chain(users).map(String::as_str).filter(|user| is_text(user));
        for user in others.chain(["index.html"]) {
            let text = shell.read_file(user)?;
            shell.write_file(user, text.replace(name(file)?, name(&named)?))?;
        }
        shell.copy_file(file, &named)?;
        shell.remove_path(file)?;
        renamed.push(named);
    }
    Ok(renamed)
}

/// Sixteen digits that tell a content from any other.
pub(crate) fn digest(content: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(content)).chars().take(16).collect()
}

fn hashed(file: &str, content: &[u8]) -> Result<String> {
    let (stem, extension) = file.rsplit_once('.').context("a shipped file without an extension")?;
    Ok(format!("{stem}-{}.{extension}", digest(content)))
}

fn is_text(file: &str) -> bool {
    file.ends_with(".js") || file.ends_with(".css")
}

fn name(file: &str) -> Result<&str> {
    Path::new(file).file_name().and_then(|name| name.to_str()).context("a shipped file without a name")
}
