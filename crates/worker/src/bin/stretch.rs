//! Makes keys of what people know.

use wasm_bindgen::JsValue;
use worker::{stretch, thread};

fn main() -> Result<(), JsValue> {
    thread::serve(stretch::answer)
}
