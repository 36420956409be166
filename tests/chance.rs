//! Chance that can be had again: every long story prints its seed, and `TEPAT_SEED` repeats it.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng as _, SeedableRng as _};
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

/// What is left to chance in one story.
#[derive(Debug)]
pub struct Chance(ChaCha20Rng);

impl Chance {
    /// The chance of a story, of which the seed is told.
    pub fn of(story: &str) -> Self {
        let seed = match std::env::var("TEPAT_SEED") {
            Ok(seed) => seed.parse().unwrap(),
            Err(_) => RandomState::new().hash_one(story),
        };
        eprintln!("{story}: TEPAT_SEED={seed}");
        Self(ChaCha20Rng::seed_from_u64(seed))
    }

    /// A number below this one.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(end).unwrap()).unwrap()
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Some time, shorter than this.
    pub fn within(&mut self, longest: Duration) -> Duration {
        Duration::from_millis(self.0.next_u64() % u64::try_from(longest.as_millis()).unwrap())
    }

    /// So many of these characters.
    pub fn text(&mut self, length: usize, characters: &str) -> String {
        let characters: Vec<char> = characters.chars().collect();
        (0..length).map(|_| self.one_of(&characters)).collect()
    }
}
