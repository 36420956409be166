//! Seals lists and opens outcomes.

use wasm_bindgen::JsValue;
use worker::sealing::{Answer, Failure, run};
use worker::thread::serve;

fn main() -> Result<(), JsValue> {
    serve(run, || Answer::Failed(Failure::Damaged))
}
