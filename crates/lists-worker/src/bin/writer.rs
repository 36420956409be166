//! The writer of spreadsheets, as a worker of the app.

use lists_worker::{WriteJob, Written, serve, write};
use wasm_bindgen::JsValue;

fn main() -> Result<(), JsValue> {
    serve(|posted, page| {
        let say = |written| serde_json::to_string(&written).unwrap_or_default();
        let Ok(job) = serde_json::from_str::<WriteJob>(&posted.text) else {
            return page.tell(&say(Written::Nothing));
        };
        match write(&job) {
            Some(bytes) => page.hand(&say(Written::Done), &bytes, job.kind.media_type()),
            None => page.tell(&say(Written::Nothing)),
        }
    })
}
