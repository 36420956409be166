//! One step of a set-up: says what it does before, and how long it took after.

use anyhow::Result;
use std::time::{Duration, Instant};

/// Runs `work`, telling `what` on stderr, with its duration when it took longer than a second.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("· {what}");
    let start = now();
    let outcome = work()?;
    let took = start.elapsed();
    if took > Duration::from_secs(1) {
        eprintln!("  done in {:.1} s", took.as_secs_f64());
    }
    Ok(outcome)
}

#[expect(clippy::disallowed_methods, reason = "forbidden for wasm; this never runs there")]
fn now() -> Instant {
    Instant::now()
}
