//! Whether the browser may clear what is kept when the device runs out of room.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Asks the browser never to clear it by itself. `false`: it may all the same.
pub async fn ask() -> bool {
    tell("persist").await
}

/// Whether it has promised not to.
pub async fn is_granted() -> bool {
    tell("persisted").await
}

async fn tell(function: &str) -> bool {
    let answer = async {
        let storage = Reflect::get(&window().navigator(), &JsValue::from_str("storage"))?;
        let function: Function = Reflect::get(&storage, &JsValue::from_str(function))?.dyn_into()?;
        let answer: Promise = function.call0(&storage)?.dyn_into()?;
        JsFuture::from(answer).await
    };
    answer.await.is_ok_and(|answer| answer.is_truthy())
}
