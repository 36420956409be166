//! A program that answers the page's jobs one by one, in their order.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers jobs from now on; `damaged` answers one that cannot be read. Posts `"ready"` once it listens: what is posted to it before
/// that is not heard.
///
/// # Errors
/// Outside of a worker.
pub fn serve<Job: DeserializeOwned + 'static, Answer: Serialize + 'static>(
    run: fn(Job) -> Answer,
    damaged: fn() -> Answer,
) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    let answer = move |job: &str| {
        let answer = serde_json::from_str(job).map_or_else(|_| damaged(), run);
        serde_json::to_string(&answer).unwrap_or_default()
    };
    let on_message =
        Closure::<dyn Fn(MessageEvent) -> Result<(), JsValue>>::new(move |event: MessageEvent| {
            page.post_message(&JsValue::from_str(&answer(&event.data().as_string().unwrap_or_default())))
        });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope.post_message(&JsValue::from_str("ready"))
}
