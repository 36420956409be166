//! The headers of every answer; `deploy/nginx.conf` says the same.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// Nothing but this host, no inline code, no frame around us.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a browser heeds with whatever comes.
const ALWAYS: &[(&str, &str)] = &[("x-content-type-options", "nosniff")];

/// What it heeds with pages, and with the scripts that threads begin with. Elsewhere it would be half a kilobyte for nothing,
/// thirty times on a first visit.
const OF_PAGES_AND_THREADS: &[(&str, &str)] =
    &[("content-security-policy", POLICY), ("referrer-policy", "no-referrer")];

/// What it heeds with pages alone.
const OF_PAGES: &[(&str, &str)] = &[
    ("permissions-policy", "geolocation=(self), camera=(self), microphone=()"),
    ("cross-origin-opener-policy", "same-origin"),
];

/// Adds them.
pub(super) async fn add(uri: axum::http::Uri, mut response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let groups: &[&[(&str, &str)]] = match kind.split(';').next() {
        Some("text/html") => &[ALWAYS, OF_PAGES_AND_THREADS, OF_PAGES],
        _ if begins_a_thread(uri.path()) => &[ALWAYS, OF_PAGES_AND_THREADS],
        _ => &[ALWAYS],
    };
    for (name, value) in groups.iter().copied().flatten() {
        response.headers_mut().insert(*name, HeaderValue::from_static(value));
    }
    // That a file is missing is never to be remembered: the next release, or a rollback, may bring it.
    let is_there = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let caching = match uri.path() {
        path if is_there && is_hashed(path) => "public, max-age=31536000, immutable",
        path if is_there && is_icon(path) => "public, max-age=86400",
        _ => "no-cache",
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    response
}

/// The service worker, and the scripts that `cargo xtask build` names `*_loader`: what they load is held to what they were told.
fn begins_a_thread(path: &str) -> bool {
    path == "/sw.js" || path.contains("_loader-")
}

/// Icons, and the sheet that names them, are asked for four times on a first visit; a day later is soon enough for a new one.
fn is_icon(path: &str) -> bool {
    path.starts_with("/icons/") || path == "/manifest.webmanifest"
}

/// Whether the name holds a digest of the content (`app-0123456789abcdef.js`): such a file never changes.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '.', '_']).any(|part| part.len() >= 16 && part.chars().all(|c| c.is_ascii_hexdigit()))
        && !path.starts_with("/api/")
}
