//! The drop box: plain HTTP that any web host can serve.

use domain::AreaCode;
use gloo_net::http::Request;
use leptos::prelude::window;
use phone::Attempt;
use ui::api::LONGEST_WAIT_MS;
use ui::browser::{abort, history};
use ui::host_clock;

/// Who puts something in: an RT by its key.
pub struct Sender {
    /// Key id.
    pub id: String,
    /// Password of the drop box.
    pub password: String,
}

impl Sender {
    /// Name and password as HTTP wants them (RFC 7617).
    pub fn authorization(&self) -> String {
        // Both are ASCII, of which the browser makes base64.
        let encoded = window().btoa(&[self.id.as_str(), ":", &self.password].concat());
        ["Basic ", &encoded.unwrap_or_default()].concat()
    }
}

/// The folder of a kelurahan in the drop box at this path.
pub fn folder(path: &str, area: &AreaCode) -> String {
    let base = if path.starts_with('/') { history::base() } else { String::new() };
    [&base, path, area.as_str(), "/"].concat()
}

/// Puts a sealed file into the drop box, unless it is there already. `folder` is from [`folder`].
pub async fn put(sender: &Sender, folder: &str, file: &str, text: &str) -> Attempt {
    let limit = abort::after(LONGEST_WAIT_MS);
    let request = Request::put(&[folder, file].concat())
        .header("Authorization", &sender.authorization())
        .header("Content-Type", "application/json")
        .header("If-None-Match", "*")
        .abort_signal(limit.as_ref())
        .body(text);
    let Ok(request) = request else { return Attempt::NoAnswer };
    match request.send().await {
        Ok(response) => {
            host_clock::hear(response.headers().get("Date"));
            Attempt::Answer(response.status())
        }
        Err(_) => Attempt::NoAnswer,
    }
}
