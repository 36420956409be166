//! What lies in the drop box, for the office alone; in the words of nginx (`autoindex_format json`).

use super::credentials::{credentials, unauthorized};
use crate::host::site::Site;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::AreaCode;
use office::register::is_password;
use office::workspace::READER;
use serde::Serialize;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Serialize)]
struct Entry {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    mtime: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<u64>,
}

/// `GET inbox/`: the kelurahan.
pub(in crate::host) async fn folders(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    refusal(&site, &headers).unwrap_or_else(|| list(&site.inbox))
}

/// `GET inbox/<kelurahan>/`: its envelopes.
pub(in crate::host) async fn files(
    State(site): State<Arc<Site>>,
    Path(area): Path<String>,
    headers: HeaderMap,
) -> Response {
    match refusal(&site, &headers) {
        Some(refusal) => refusal,
        None if is_kelurahan(&area) => list(&site.inbox.join(area)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `GET inbox/<kelurahan>/<sha256>.json`: one of them.
pub(in crate::host) async fn file(
    State(site): State<Arc<Site>>,
    Path((area, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    if let Some(refusal) = refusal(&site, &headers) {
        return refusal;
    }
    let Some(path) = envelope(&site, &area, &file) else { return StatusCode::NOT_FOUND.into_response() };
    match tokio::fs::read(path).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `DELETE inbox/<kelurahan>/<sha256>.json`: the office holds it.
pub(in crate::host) async fn remove(
    State(site): State<Arc<Site>>,
    Path((area, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    if let Some(refusal) = refusal(&site, &headers) {
        return refusal;
    }
    let Some(path) = envelope(&site, &area, &file) else { return StatusCode::NOT_FOUND.into_response() };
    match tokio::fs::remove_file(path).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Where an envelope lies; none where there can be none of this name.
fn envelope(site: &Site, area: &str, file: &str) -> Option<PathBuf> {
    let is_digest = |name: &str| name.len() == 64 && name.chars().all(|c| c.is_ascii_hexdigit());
    let is_one = is_kelurahan(area) && file.strip_suffix(".json").is_some_and(is_digest);
    is_one.then(|| site.inbox.join(area).join(file))
}

/// What everybody but the office is told: an RT or RW, whatever it knows, is not let in.
fn refusal(site: &Site, headers: &HeaderMap) -> Option<Response> {
    match credentials(headers) {
        Some((name, _)) if name != READER => Some(StatusCode::FORBIDDEN.into_response()),
        Some((_, password)) if is_password(&password, &site.reader) => None,
        _ => Some(unauthorized()),
    }
}

fn is_kelurahan(area: &str) -> bool {
    AreaCode::parse(area).is_ok_and(|code| code.is_kelurahan() && code.as_str() == area)
}

fn list(folder: &std::path::Path) -> Response {
    match entries(folder) {
        Ok(entries) => Json(entries).into_response(),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn entries(folder: &std::path::Path) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        // Files that are being written begin with a dot.
        let Some(name) = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.')) else {
            continue;
        };
        let (kind, size) = if about.is_dir() { ("directory", None) } else { ("file", Some(about.len())) };
        entries.push(Entry { name, kind, mtime: httpdate::fmt_http_date(about.modified()?), size });
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}
