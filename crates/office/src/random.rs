//! Bytes that nobody can guess.

use crate::fault::{Fault, Result};

/// So many random bytes of the system.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| {
        Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.")
    })?;
    Ok(bytes)
}
