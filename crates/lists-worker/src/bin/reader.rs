//! The reader of spreadsheets, as a worker of the app.

use lists::SheetFault;
use lists_worker::{Heard, Posted, read, serve};
use wasm_bindgen::JsValue;

fn main() -> Result<(), JsValue> {
    serve(|posted, page| {
        let tell = |heard: &Heard| page.tell(&serde_json::to_string(heard).unwrap_or_default());
        tell(&answer(posted, &mut |heard| tell(heard)));
    })
}

fn answer(posted: &Posted, tell: &mut dyn FnMut(&Heard)) -> Heard {
    match (serde_json::from_str(&posted.text), posted.bytes()) {
        (Ok(job), Some(bytes)) => read(&job, &bytes, tell),
        _ => Heard::NoList(SheetFault::Unreadable, Vec::new()),
    }
}
