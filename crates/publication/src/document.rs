//! The documents of a publication as files.

use office::fault::{During, Result};
use serde::Serialize;

/// The file that names the others: it comes last.
pub(crate) const INDEX: &str = "index.json";

/// A document as the bytes of its file.
pub(crate) fn json(document: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(document).during("menulis berkas API")
}
