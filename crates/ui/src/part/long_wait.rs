//! What is added to a message of something under way when it takes so long that the network may be gone.

use super::live::watched_if;
use crate::browser::clock;
use crate::session::text_now;
use leptos::prelude::*;

/// Nobody is left alone with a silent page for longer than this.
const LONG_MS: u64 = 8_000;

/// Nothing at first; after a while that it takes long, and what may help.
pub fn long_wait() -> AnyView {
    let is_long = RwSignal::new(false);
    clock::after(LONG_MS, move || {
        is_long.try_set(true);
    });
    watched_if(move || is_long.get().then(|| view! { <p>{text_now().common().long_wait}</p> }.into_any()))
}
