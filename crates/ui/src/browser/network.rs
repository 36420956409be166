//! Whether the device has a connection.

use leptos::ev;
use leptos::prelude::*;

/// Whether the browser believes that it is online. "Yes" promises nothing: the next host may still not answer.
pub fn online() -> Signal<bool> {
    let state = RwSignal::new(window().navigator().on_line());
    let follow = move || state.set(window().navigator().on_line());
    let listeners = [
        window_event_listener(ev::online, move |_| follow()),
        window_event_listener(ev::offline, move |_| follow()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    state.into()
}
