//! The drop box: plain HTTP that any web host can serve.

use super::LONGEST_WAIT_MS;
use crate::browser::{abort, history};
use crate::register::Attempt;
use data_encoding::BASE64;
use gloo_net::http::Request;

/// Who puts something in: an RT by its key.
pub struct Sender {
    /// Key id.
    pub id: String,
    /// Password of the drop box.
    pub password: String,
}

/// Puts a sealed file into the drop box, unless it is there already. `folder` is the path of the box and the kelurahan,
/// ending in `/`.
pub async fn put(sender: &Sender, folder: &str, file: &str, text: &str) -> Attempt {
    let base = if folder.starts_with('/') { history::base() } else { String::new() };
    let credentials = BASE64.encode([sender.id.as_str(), ":", &sender.password].concat().as_bytes());
    let limit = abort::after(LONGEST_WAIT_MS);
    let request = Request::put(&[&base, folder, file].concat())
        .header("Authorization", &["Basic ", &credentials].concat())
        .header("Content-Type", "application/json")
        .header("If-None-Match", "*")
        .abort_signal(limit.as_ref())
        .body(text);
    let Ok(request) = request else { return Attempt::NoAnswer };
    match request.send().await {
        Ok(response) => Attempt::Answer(response.status()),
        Err(_) => Attempt::NoAnswer,
    }
}
