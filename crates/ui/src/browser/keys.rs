//! The keyboard and the hand, wherever the focus is.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A key that was pressed.
pub struct Key {
    /// Its name (`KeyboardEvent.key`).
    pub name: String,
    /// When, in milliseconds since the page was opened.
    pub at_ms: f64,
    /// Whether a button or link takes it for itself: Enter and blank.
    pub is_taken: bool,
}

/// Calls `pressed` with every key that no field takes, until the page that asked is gone. It says whether it took the key: then
/// no button or link does.
pub fn on_key(pressed: impl Fn(&Key) -> bool + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        // Some keyboards and scanners need AltGr, which Windows has as Ctrl and Alt, or Alt for a symbol.
        let is_command = event.meta_key() || (event.ctrl_key() && !event.alt_key());
        if is_command || has_focus(&event, "input, textarea, select") {
            return;
        }
        let name = event.key();
        let is_taken = matches!(name.as_str(), "Enter" | " ") && has_focus(&event, "button, a");
        if pressed(&Key { name, at_ms: event.time_stamp(), is_taken }) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Calls `stirred` whenever somebody touches, clicks, scrolls or types, until the page that asked is gone.
pub fn on_stir(stirred: impl Fn() + Copy + 'static) {
    let listeners = [
        window_event_listener(ev::pointerdown, move |_| stirred()),
        window_event_listener(ev::keydown, move |_| stirred()),
        window_event_listener(ev::wheel, move |_| stirred()),
        window_event_listener(ev::scroll, move |_| stirred()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}

/// Whether such an element has the focus.
fn has_focus(event: &KeyboardEvent, selector: &str) -> bool {
    let focus = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    focus.is_some_and(|element| element.matches(selector).unwrap_or(false))
}
