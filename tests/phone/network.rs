//! The browser's own log of the network (chrome://net-export): every request of page, worker and service worker.

use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

#[derive(Deserialize)]
struct Log {
    events: Vec<Event>,
}

#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    params: Value,
}

/// The addresses that pages of `origin` asked for. What the browser wants for itself bears no page's name.
pub(super) fn requests(log: &Path, origin: &str) -> Vec<String> {
    let log: Log = serde_json::from_slice(&std::fs::read(log).unwrap()).unwrap();
    let asked = log.events.into_iter().filter(|event| {
        let by = event.params["initiator"].as_str();
        by == Some(origin) || event.params["url"].as_str().is_some_and(|url| url.starts_with(origin))
    });
    asked.filter_map(|event| event.params["url"].as_str().map(str::to_owned)).collect()
}
