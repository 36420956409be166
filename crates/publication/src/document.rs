//! The documents of a publication as files.

use office::fault::{During, Result};
use seal::{SigningPublic, SigningSecret};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wire::{Purpose, Signed};

/// The file that names the others: it comes last.
pub(crate) const INDEX: &str = "index.json";

/// A document as the bytes of its file.
pub(crate) fn json(document: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(document).during("menulis berkas API")
}

/// A document in its signed frame, as the bytes of its file.
pub(crate) fn signed_json(
    key: &SigningSecret,
    purpose: Purpose,
    document: &impl Serialize,
) -> Result<Vec<u8>> {
    let text = serde_json::to_string(document).during("menulis berkas API")?;
    json(&key.sign(purpose, text))
}

/// Reads a document in its signed frame; `None` if this key did not sign it, or if it is none.
pub(crate) fn read_signed<T: DeserializeOwned>(
    key: &SigningPublic,
    purpose: Purpose,
    file: &[u8],
) -> Option<T> {
    let signed: Signed = serde_json::from_slice(file).ok()?;
    serde_json::from_str(key.verify(purpose, &signed).ok()?).ok()
}
