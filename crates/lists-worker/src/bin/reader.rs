//! The reader of lists, as a worker of the app.

use lists_protocol::{ReaderAnswer, SheetFault};
use lists_worker::{Posted, read, serve};
use wasm_bindgen::JsValue;

fn main() -> Result<(), JsValue> {
    serve(|posted, page| {
        let post = |answer: &ReaderAnswer| page.post(&serde_json::to_string(answer).unwrap_or_default());
        post(&last_answer(posted, &mut |answer| post(answer)));
    })
}

fn last_answer(posted: &Posted, report: &mut dyn FnMut(&ReaderAnswer)) -> ReaderAnswer {
    match (serde_json::from_str(&posted.text), posted.bytes()) {
        (Ok(job), Some(bytes)) => read(&job, &bytes, report),
        _ => ReaderAnswer::NoList(SheetFault::Unreadable, Vec::new()),
    }
}
