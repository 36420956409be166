//! What takes long is said to be under way: not before half a second, which nobody notices.

use crate::browser::clock;
use leptos::prelude::*;

const SLOW_MS: u64 = 500;

/// Sets a stage to `slowly` if it is still under way after a while. The page may be gone by then.
pub(crate) fn say_if_slow<Stage: Send + Sync + 'static>(
    stage: RwSignal<Stage>,
    slowly: Stage,
    is_under_way: impl Fn(&Stage) -> bool + 'static,
) {
    clock::after(SLOW_MS, move || {
        if stage.try_with_untracked(is_under_way) == Some(true) {
            stage.set(slowly);
        }
    });
}
