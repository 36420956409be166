//! Whether a publication is of our office, and not older than one that this device has seen.
//!
//! Any host may serve the files. What makes them believable is the office's signature, whose key came with the app.

mod memory;

use crate::browser::program;
use crate::browser::subtle::{self, NoCrypto};
use memory::Memory;
use wire::{Bytes, FileDigest, Index, Purpose, Signed};

/// Why a publication is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrustFault {
    /// Another office signed it, or nobody, or it was changed.
    Foreign,
    /// This device has seen a later one.
    Older,
    /// Cut or garbled on its way, or of a version that this app does not know.
    Damaged,
    /// The browser cannot check signatures.
    NoCrypto,
}

/// Checks an index and remembers it.
///
/// # Errors
/// The [`TrustFault`].
pub async fn accept(text: &str) -> Result<Index, TrustFault> {
    let signed: Signed = serde_json::from_str(text).map_err(|_| TrustFault::Damaged)?;
    let mut memory = Memory::load();
    if !is_signed(Purpose::Index, &signed, &memory).await? {
        return Err(TrustFault::Foreign);
    }
    let index: Index = serde_json::from_str(&signed.document).map_err(|_| TrustFault::Damaged)?;
    if !memory.admits(&index) {
        return Err(TrustFault::Older);
    }
    memory.note(&index);
    Ok(index)
}

/// Whether our office made an enrolment link.
///
/// # Errors
/// `Foreign`, or `NoCrypto`.
pub async fn enrolment(link: &Signed) -> Result<(), TrustFault> {
    let is_ours = is_signed(Purpose::Enrolment, link, &Memory::load()).await?;
    if is_ours { Ok(()) } else { Err(TrustFault::Foreign) }
}

/// Whether a file is the one that an index names. Without signal there may be a copy of the one that an earlier index named:
/// what was checked then is good still, only older.
///
/// # Errors
/// `Foreign`, or `NoCrypto`.
pub async fn check_file(name: &str, text: &str, index: &Index) -> Result<(), TrustFault> {
    let digest = digest(text).await?;
    if index.files.get(name) == Some(&digest) {
        Memory::load().note_file(name, digest);
        return Ok(());
    }
    if Memory::load().has_seen(name, digest) { Ok(()) } else { Err(TrustFault::Foreign) }
}

/// Whether a file of `status/` is the one that has this name.
///
/// # Errors
/// `Damaged`, or `NoCrypto`.
pub async fn check_status_file(text: &str, name: FileDigest) -> Result<(), TrustFault> {
    if digest(text).await? == name { Ok(()) } else { Err(TrustFault::Damaged) }
}

async fn digest(text: &str) -> Result<FileDigest, TrustFault> {
    Ok(FileDigest::of_sha256(&subtle::sha256(text.as_bytes()).await?))
}

/// Whether the office signed a document: with the key that this app was built with, or with one that it has
/// announced.
async fn is_signed(purpose: Purpose, signed: &Signed, memory: &Memory) -> Result<bool, TrustFault> {
    let message = purpose.message(&signed.document);
    let built_in: Vec<Bytes> = program::named("office-key").filter_map(|text| Bytes::parse(&text)).collect();
    for key in built_in.iter().chain(memory.announced_keys()) {
        if subtle::verifies(&key.0, &message, &signed.signature.0).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

impl From<NoCrypto> for TrustFault {
    fn from(NoCrypto: NoCrypto) -> Self {
        Self::NoCrypto
    }
}
