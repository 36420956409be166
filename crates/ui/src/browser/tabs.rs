//! The same app in other tabs of this browser.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::BroadcastChannel;

const NAME: &str = "tepat";

thread_local! {
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Calls `heard` whenever another tab has told that it changed what is stored, for as long as the app is open.
pub fn on_told(heard: impl Fn() + 'static) {
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let closure = Closure::<dyn Fn()>::new(heard);
    channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
    CHANNEL.set(Some(channel));
}

/// Tells the other tabs that something stored has changed.
pub fn tell() {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            channel.post_message(&JsValue::TRUE).ok();
        }
    });
}
