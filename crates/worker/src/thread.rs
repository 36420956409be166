//! A program that answers the page's jobs one by one, in their order.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers jobs from now on. Posts `"ready"` once it listens: what is posted to it before
/// that is not heard.
///
/// # Errors
/// Outside of a worker.
pub fn serve(answer: fn(&str) -> String) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let on_message =
        Closure::<dyn Fn(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            page.post_message(&JsValue::from_str(&answer(&event.data().as_string().unwrap_or_default())))
        });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope.post_message(&JsValue::from_str("ready"))
}
