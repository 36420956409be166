//! Makes keys of what people know.

use wasm_bindgen::JsValue;
use worker::stretch::{Answer, run};
use worker::thread::serve;

fn main() -> Result<(), JsValue> {
    serve(run, || Answer(None))
}
