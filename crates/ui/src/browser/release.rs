//! A newer version of the app, and how the page gives way to it (`public/boot.js`).

use leptos::prelude::window;
use wasm_bindgen::prelude::wasm_bindgen;

/// The event that says that a newer version waits.
pub const UPDATE: &str = "tepat-update";

#[wasm_bindgen]
extern "C" {
    /// Has the newer version take over: loads the page anew, and leaves what was typed for it.
    #[wasm_bindgen(js_namespace = tepat, js_name = takeOver)]
    pub fn take_over(typed: Option<&str>);

    /// Loads the page anew because the host has no longer a file of it; `false` if that was tried just now, and the person
    /// has not asked for it.
    #[wasm_bindgen(js_namespace = tepat)]
    pub fn renew(typed: Option<&str>, is_asked: bool) -> bool;
}

/// Whether a newer version waits.
pub fn is_waiting() -> bool {
    js_sys::Reflect::get(&window(), &"tepat".into())
        .and_then(|tepat| js_sys::Reflect::get(&tepat, &"updated".into()))
        .is_ok_and(|updated| updated.is_truthy())
}
