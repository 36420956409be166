//! A file with a secret of the office: in clear, or locked with a passphrase in the format of age.

use crate::age_file::{self, Key, Lock, Passphrase};
use crate::fault::{During, Fault, Result};
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

/// How a file begins that is locked.
const LOCKED: &[u8] = b"age-encryption.org/";

/// Whether only a passphrase opens what a file holds.
pub(crate) fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(LOCKED)
}

/// What a file holds.
///
/// # Errors
/// It cannot be read, is locked and no passphrase is known, or has another one.
pub(crate) fn read(file: &Path, passphrase: Option<&Passphrase>) -> Result<Zeroizing<Vec<u8>>> {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let bytes = Zeroizing::new(fs::read(file).during(format_args!("membaca {name}"))?);
    if !is_locked(&bytes) {
        return Ok(bytes);
    }
    let passphrase = passphrase.ok_or_else(|| locked(name))?;
    let mut text = Zeroizing::new(Vec::new());
    age_file::open(bytes.as_slice(), &Key::Passphrase(passphrase.clone()))?
        .read_to_end(&mut text)
        .map_err(|_| age_file::damaged())?;
    Ok(text)
}

/// A file beside its place that holds `text`, to be put there in one step.
pub(crate) fn draft(
    folder: &Path,
    text: &[u8],
    passphrase: Option<&Passphrase>,
    doing: &str,
) -> Result<NamedTempFile> {
    let mut draft = NamedTempFile::new_in(folder).during(doing)?;
    match passphrase {
        Some(passphrase) => {
            let write = |out: &mut dyn std::io::Write| out.write_all(text).during(doing);
            draft = age_file::lock(draft, &Lock::Passphrase(passphrase.clone()), write)?;
        }
        None => draft.write_all(text).during(doing)?,
    }
    draft.as_file().sync_all().during(doing)?;
    Ok(draft)
}

/// A file is locked, and nobody has said with what.
pub(crate) fn locked(name: &str) -> Fault {
    Fault::new(
        "kunci-terkunci",
        format!("{name} dikunci dengan kata sandi."),
        "Jalankan di terminal, atau sebut berkas kata sandinya dengan --passphrase-file.",
    )
}
