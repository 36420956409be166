//! Bytes on their way to and from the browser.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

/// As the browser keeps them.
pub fn to_js(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// `None` if it is something else.
pub fn from_js(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
