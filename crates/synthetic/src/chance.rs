//! Chance that can be had again.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng as _, SeedableRng as _};

/// What is left to chance.
pub(crate) struct Chance(ChaCha20Rng);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(ChaCha20Rng::seed_from_u64(seed))
    }

    /// A number below this one; 0 for 0.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        self.0.next_u32().checked_rem(end).unwrap_or(0)
    }

    /// Whether it comes to pass, which it does so often of ten thousand times.
    pub(crate) fn is(&mut self, of_ten_thousand: u32) -> bool {
        self.below(10_000) < of_ten_thousand
    }

    /// One of these.
    pub(crate) fn one_of<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        let at = self.below(u32::try_from(choices.len()).unwrap_or(0));
        usize::try_from(at).ok().and_then(|at| choices.get(at)).copied().unwrap_or_default()
    }

    /// A number from 0 to 1.
    pub(crate) fn share(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / f64::from(u32::MAX)
    }
}
