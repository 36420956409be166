//! How long to wait before the next attempt to send.

/// Doubles from a few seconds to a few minutes, with some chance in it: a whole city whose drop box was down must not
/// come back in the same second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backoff {
    failures: u32,
}

const FIRST_MS: u64 = 4_000;
const LONGEST_MS: u64 = 300_000;

impl Backoff {
    /// How many milliseconds to wait now; the next time it is longer. `chance` spreads it over 75 to 125 %.
    pub fn next(&mut self, chance: u8) -> u64 {
        let wait = FIRST_MS.saturating_mul(1 << self.failures.min(16)).min(LONGEST_MS);
        self.failures = self.failures.saturating_add(1);
        wait * 3 / 4 + wait / 2 * u64::from(chance) / 255
    }

    /// The drop box answered, or the signal came back: begin anew.
    pub fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_and_stays_within_bounds() {
        let mut backoff = Backoff::default();
        let waits: Vec<u64> = (0..9).map(|_| backoff.next(128)).collect();
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]), "{waits:?}");
        assert!((3_000..5_100).contains(&waits[0]), "{waits:?}");
        assert!((225_000..=375_000).contains(&waits[8]), "{waits:?}");
        for _ in 0..100 {
            assert!(backoff.next(255) <= 375_000);
        }
        backoff.reset();
        assert_eq!(backoff.next(0), 3_000);
        assert_eq!(backoff.next(255), 10_000);
    }
}
