//! Finds and opens the record of a family.

use wasm_bindgen::JsValue;
use worker::lookup::{Answer, Failure, run};
use worker::thread::serve;

fn main() -> Result<(), JsValue> {
    serve(run, || Answer::Failed(Failure::Damaged))
}
