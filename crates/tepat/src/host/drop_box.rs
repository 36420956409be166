//! The drop box: `PUT inbox/<kelurahan>/<sha256>.json`, once; and for the office what lies there ([`listing`]).

mod credentials;
pub(super) mod listing;

use super::site::Site;
use axum::body::{Body, HttpBody as _};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use credentials::{credentials, unauthorized};
use office::register::Office;
use seal::envelope;
use std::io::Write as _;
use std::sync::{Arc, PoisonError};

/// What one link may put here for as long as this host runs: more than a thousand lists of an RT.
const QUOTA: usize = 64 * 1024 * 1024;

/// Stores an envelope under its digest: 201 when it is new, 412 when it is there already. Both mean "it is there", so a
/// phone may send again as often as it likes. Who sends is known before a byte of the body is read.
pub(super) async fn put(
    State(site): State<Arc<Site>>,
    Path((area, file)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let Some(office) = sender(&site, &headers) else {
        return unauthorized();
    };
    if office.scope.area.as_str() != area {
        return StatusCode::FORBIDDEN.into_response();
    }
    if !has_room(&site, &office, 0) {
        return StatusCode::INSUFFICIENT_STORAGE.into_response();
    }
    let is_announced_too_large =
        usize::try_from(body.size_hint().lower()).map_or(true, |bytes| bytes > envelope::LARGEST_FILE);
    if is_announced_too_large {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    let Ok(body) = axum::body::to_bytes(body, envelope::LARGEST_FILE).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    if envelope::file_name(&body) != file {
        return (StatusCode::BAD_REQUEST, "nama berkas bukan SHA-256 isinya").into_response();
    }
    if !has_room(&site, &office, body.len()) {
        return StatusCode::INSUFFICIENT_STORAGE.into_response();
    }
    let folder = site.inbox.join(&area);
    tokio::task::spawn_blocking(move || store(&folder, &file, &body))
        .await
        .ok()
        .and_then(Result::ok)
        .unwrap_or(StatusCode::INSUFFICIENT_STORAGE)
        .into_response()
}

/// Whether a link may put so much more here, which it has then done.
fn has_room(site: &Site, office: &Office, bytes: usize) -> bool {
    let mut sent = site.sent.lock().unwrap_or_else(PoisonError::into_inner);
    let sent = sent.entry(office.id.clone()).or_default();
    let has_room = sent.saturating_add(bytes) <= QUOTA;
    if has_room {
        *sent += bytes;
    }
    has_room
}

/// The RT or RW whose name and password the request bears.
fn sender(site: &Site, headers: &HeaderMap) -> Option<Office> {
    let (id, password) = credentials(headers)?;
    site.register()?.office(&id).ok()?.filter(|office| office.is_active() && office.accepts(&password))
}

/// Writes the whole file beside its place and links it there, unless one is there already.
fn store(folder: &std::path::Path, file: &str, body: &[u8]) -> std::io::Result<StatusCode> {
    std::fs::create_dir_all(folder)?;
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(body)?;
    draft.as_file().sync_all()?;
    match draft.persist_noclobber(folder.join(file)) {
        Ok(_) => Ok(StatusCode::CREATED),
        Err(e) if e.error.kind() == std::io::ErrorKind::AlreadyExists => Ok(StatusCode::PRECONDITION_FAILED),
        Err(e) => Err(e.error),
    }
}
