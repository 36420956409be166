//! Argon2id (RFC 9106): what people know becomes a key, slowly.

use crate::hidden::hidden;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// OWASP's least for Argon2id. Whoever asks for less is not believed: with a cheap derivation whoever holds leaked numbers
/// tries them all.
pub const LEAST_MEMORY_KIB: u32 = 19_456;
/// With [`LEAST_MEMORY_KIB`].
pub const LEAST_PASSES: u32 = 2;
/// What a phone of 2 GB can spare.
pub(crate) const MOST_MEMORY_KIB: u32 = 65_536;
pub(crate) const MOST_PASSES: u32 = 8;

/// One derivation that is to be done. `Debug` is blank.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Derivation {
    /// What is known.
    pub secret: Vec<u8>,
    /// What makes it another one elsewhere.
    pub salt: Vec<u8>,
    /// KiB that it fills.
    pub memory_kib: u32,
    /// How often.
    pub passes: u32,
    /// How many threads could share the work.
    pub lanes: u32,
    /// Bytes that come out.
    pub length: usize,
}

/// What a derivation fills, 19 MiB or more. It holds nothing that leads back to a secret.
#[derive(Default)]
pub struct DerivationMemory(Vec<Block>);

impl Derivation {
    /// Whether it costs a guesser enough, and a phone no more than it has.
    pub fn is_acceptable(&self) -> bool {
        (LEAST_MEMORY_KIB..=MOST_MEMORY_KIB).contains(&self.memory_kib)
            && (LEAST_PASSES..=MOST_PASSES).contains(&self.passes)
    }

    /// Does it: some 25 ms on an office machine and a second on a cheap phone with OWASP's least. `None` for what is not acceptable.
    pub fn run(&self) -> Option<Vec<u8>> {
        self.run_in(&mut DerivationMemory::default())
    }

    /// As [`Derivation::run`], in memory that serves one derivation after the other: whoever derives a million saves a tenth.
    pub fn run_in(&self, memory: &mut DerivationMemory) -> Option<Vec<u8>> {
        if !self.is_acceptable() {
            return None;
        }
        let mut output = vec![0; self.length];
        let cost = Params::new(self.memory_kib, self.passes, self.lanes, Some(self.length)).ok()?;
        memory.0.resize(cost.block_count(), Block::new());
        Argon2::new(Algorithm::Argon2id, Version::V0x13, cost)
            .hash_password_into_with_memory(&self.secret, &self.salt, &mut output, &mut memory.0)
            .ok()?;
        Some(output)
    }
}

hidden!(Derivation);
