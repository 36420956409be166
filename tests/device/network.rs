//! The browser's own log of the network (chrome://net-export): every request of page, worker and service worker.

use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

#[derive(Deserialize)]
struct Event {
    params: Value,
}

/// The addresses that pages of `origin` asked for, from all logs of a folder. What the browser wants for itself bears no
/// page's name.
pub(super) fn requests(logs: &Path, origin: &str) -> Vec<String> {
    let logs = logs.read_dir().unwrap().map(|log| std::fs::read_to_string(log.unwrap().path()).unwrap());
    logs.flat_map(|log| events(&log)).filter_map(|event| url(&event, origin)).collect()
}

/// One event a line; the log of a browser that was killed breaks off within one.
fn events(log: &str) -> Vec<Event> {
    let event = |line: &str| {
        let line = line.trim_end_matches(',');
        serde_json::from_str(line)
            .or_else(|_| serde_json::from_str(line.strip_suffix(']').unwrap_or(line)))
            .ok()
    };
    log.lines().filter_map(event).collect()
}

fn url(event: &Event, origin: &str) -> Option<String> {
    let url = event.params["url"].as_str()?;
    (event.params["initiator"] == origin || url.starts_with(origin)).then(|| url.to_owned())
}
