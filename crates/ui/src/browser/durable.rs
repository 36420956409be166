//! Transactions of IndexedDB that are on the disk when they say so.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Begins a writing transaction whose end waits for the disk, where the browser can: a phone that runs out of battery
/// then keeps what was shown as kept. The IndexedDB crate has no such option yet.
pub fn transaction(database: &JsValue, shelves: &[&str]) -> Result<JsValue, JsValue> {
    let names: Array = shelves.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))?;
    let begin: Function = Reflect::get(database, &JsValue::from_str("transaction"))?.dyn_into()?;
    begin.call3(database, &names, &JsValue::from_str("readwrite"), &options)
}
