//! Silence at the counter: whoever walked away leaves nothing behind.

use leptos::prelude::*;
use ui::browser::{clock, keys};

/// After so much silence everything is wiped.
const LONGEST_S: u32 = 60;
/// So long before that it is said.
const WARN_S: u32 = 40;
const SECOND_MS: f64 = 1000.0;

/// Seconds left, once there is something to say of them. Any touch or key begins anew; `wipe` is called at the end.
pub fn watch(wipe: impl Fn() + 'static) -> Signal<Option<u32>> {
    let since = StoredValue::new(clock::now());
    let left = RwSignal::new(LONGEST_S);
    keys::on_stir(move || {
        since.set_value(clock::now());
        left.set(LONGEST_S);
    });
    clock::every(250, move || {
        let now = seconds_left(clock::now() - since.get_value());
        if now == 0 {
            since.set_value(clock::now());
            wipe();
        }
        left.set(if now == 0 { LONGEST_S } else { now });
    });
    let left = Memo::new(move |_| left.get());
    Signal::derive(move || Some(left.get()).filter(|left| *left <= WARN_S))
}

/// Whole seconds left after so many milliseconds of silence; a clock that was set back counts as no silence.
fn seconds_left(silent_ms: f64) -> u32 {
    let passed = (0..LONGEST_S).rev().find(|second| f64::from(*second + 1) * SECOND_MS <= silent_ms);
    LONGEST_S - passed.map_or(0, |second| second + 1)
}

#[cfg(test)]
mod tests {
    use super::seconds_left;

    #[test]
    fn counts_down() {
        for (silent_ms, expect) in [
            (0.0, 60),
            (999.0, 60),
            (1000.0, 59),
            (22_000.0, 38),
            (59_999.0, 1),
            (60_000.0, 0),
            (1e9, 0),
            (-1e9, 60),
        ] {
            assert_eq!(seconds_left(silent_ms), expect, "{silent_ms}");
        }
    }
}
