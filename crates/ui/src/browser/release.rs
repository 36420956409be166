//! A newer version of the app, and how the page gives way to it (`public/boot.js`).

use js_sys::Function;
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// The event that says that a newer version waits.
pub const UPDATE: &str = "tepat-update";

#[wasm_bindgen]
extern "C" {
    /// Has the newer version take over: loads the page anew, and leaves for it what is typed by then.
    #[wasm_bindgen(js_namespace = tepat, js_name = takeOver)]
    pub fn take_over(typed: Option<Function>);

    /// Loads the page anew because the host has no longer a file of it; `false` if that was tried just now, and the person
    /// has not asked for it.
    #[wasm_bindgen(js_namespace = tepat)]
    pub fn renew(typed: Option<Function>, is_asked: bool) -> bool;

    #[wasm_bindgen(js_namespace = tepat, js_name = takeTyped, catch)]
    async fn typed_before() -> Result<JsValue, JsValue>;
}

/// What both ask for at the last moment.
pub fn telling(typed: impl Fn() -> Option<String> + 'static) -> Function {
    Closure::<dyn Fn() -> Option<String>>::new(typed).into_js_value().unchecked_into()
}

/// Takes what was typed into the page before, which gave way to this newer version; `None` if nothing was. It may take
/// seconds.
pub async fn take_typed() -> Option<String> {
    typed_before().await.ok()?.as_string()
}

/// Whether a newer version waits.
pub fn is_waiting() -> bool {
    js_sys::Reflect::get(&window(), &"tepat".into())
        .and_then(|tepat| js_sys::Reflect::get(&tepat, &"updated".into()))
        .is_ok_and(|updated| updated.is_truthy())
}
