//! The keyboard and the hand, wherever the focus is.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls `pressed` with the name of every key (`KeyboardEvent.key`) that no field, button or link takes for itself, until
/// the page that asked is gone. It says whether it took the key.
pub fn on_key(pressed: impl Fn(&str) -> bool + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let with_key = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !with_key && !is_taken(&event) && pressed(&event.key()) {
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

/// Whether the key belongs to what has the focus: all keys to a field, Enter and blank to a button or link.
fn is_taken(event: &KeyboardEvent) -> bool {
    let focus = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is = |selector| focus.as_ref().is_some_and(|element| element.matches(selector).unwrap_or(false));
    is("input, textarea, select") || (matches!(event.key().as_str(), "Enter" | " ") && is("button, a"))
}
