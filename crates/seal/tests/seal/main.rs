//! The vectors of the RFCs, and what happens to whoever tampers; natively and in wasm.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod envelopes;
#[cfg(not(target_arch = "wasm32"))]
mod fixtures;
mod lookups;
mod rest;
#[cfg(not(target_arch = "wasm32"))]
mod signing;
mod vectors;

use std::convert::Infallible;

/// Hands out fixed bytes, over and over: "random" numbers that a test knows.
struct Fixed(Vec<u8>, usize);

impl Fixed {
    fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into(), 0)
    }
}

impl hpke::rand_core::TryRng for Fixed {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes).map(|()| u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes).map(|()| u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        for byte in out {
            *byte = self.0[self.1 % self.0.len()];
            self.1 += 1;
        }
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Fixed {}

fn hex(text: &str) -> Vec<u8> {
    base16ct::lower::decode_vec(text).unwrap()
}
