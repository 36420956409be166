//! The writer of lists, as a worker of the app.

use lists_protocol::{WriteJob, WriterAnswer};
use lists_worker::{serve, write};
use wasm_bindgen::JsValue;

fn main() -> Result<(), JsValue> {
    serve(|posted, page| {
        let json = |answer: WriterAnswer| serde_json::to_string(&answer).unwrap_or_default();
        let Ok(job) = serde_json::from_str::<WriteJob>(&posted.text) else {
            return page.post(&json(WriterAnswer::Nothing));
        };
        match write(&job) {
            Some(bytes) => page.post_file(&json(WriterAnswer::Done), &bytes, job.kind.media_type()),
            None => page.post(&json(WriterAnswer::Nothing)),
        }
    })
}
