//! The worker as a program: a wasm of its own, which answers the page's jobs one by one, in their order.
//!
//! It posts `"ready"` once it listens: what is posted to it before that is not heard.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use worker::{Answer, Failure, run};

fn main() -> Result<(), JsValue> {
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

/// Job and answer as JSON.
fn answer(job: &str) -> String {
    let answer = serde_json::from_str(job).map_or(Answer::Failed(Failure::Damaged), run);
    serde_json::to_string(&answer).unwrap_or_default()
}
