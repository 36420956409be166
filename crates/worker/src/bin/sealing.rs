//! Seals lists and opens outcomes.

use wasm_bindgen::JsValue;
use worker::{sealing, thread};

fn main() -> Result<(), JsValue> {
    thread::serve(sealing::answer)
}
