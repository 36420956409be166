//! The local host: app, API and drop box on one address.
//!
//! nginx or an object store serve the same files in production (`deploy/`); nothing here may do more than they can.

mod drop_box;
mod headers;
mod site;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, put};
pub(crate) use site::Site;
use std::sync::Arc;
use tower::ServiceExt as _;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// All that is served.
pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/api/v1/{*path}", get(api).layer(CompressionLayer::new()))
        .route("/inbox/", get(drop_box::listing::folders))
        .route("/inbox/{area}/", get(drop_box::listing::files))
        .route(
            "/inbox/{area}/{file}",
            put(drop_box::put).get(drop_box::listing::file).delete(drop_box::listing::remove),
        )
        .fallback(app)
        .layer(axum::middleware::map_request(refuse_hidden))
        .layer(axum::middleware::map_request(refuse_other_hosts))
        .layer(axum::middleware::map_response(headers::add))
        .with_state(Arc::new(site))
}

/// A file of the publication that was made last, wherever it lies.
async fn api(State(site): State<Arc<Site>>, mut request: Request) -> Response {
    let Some(folder) = site.register().and_then(|register| register.get("published").ok().flatten()) else {
        let message = r#"{"error":"belum ada terbitan: jalankan tepat publish"}"#;
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "application/json")], message)
            .into_response();
    };
    let path = request.uri().path().trim_start_matches("/api/v1").to_owned();
    let Ok(uri) = path.parse() else { return StatusCode::NOT_FOUND.into_response() };
    *request.uri_mut() = uri;
    files(ServeDir::new(folder).append_index_html_on_directories(false), request).await
}

/// A file of the app, or its page. A file that is missing is missing: who asks for a program of a release that is gone
/// must not get the page in its place.
async fn app(State(site): State<Arc<Site>>, request: Request) -> Response {
    let Some(folder) = &site.app else {
        return (StatusCode::NOT_FOUND, "Aplikasi belum dibangun: jalankan cargo xtask serve.")
            .into_response();
    };
    if is_page(request.uri().path()) {
        let page = ServeFile::new(folder.join("index.html")).precompressed_br().precompressed_gzip();
        return page.oneshot(request).await.map_or_else(|e| match e {}, |response| response.map(Body::new));
    }
    files(ServeDir::new(folder).precompressed_br().precompressed_gzip(), request).await
}

/// Neither the ledger of `cargo xtask release` nor anything else that is hidden is served, however its address is written.
async fn refuse_hidden(request: Request) -> Result<Request, StatusCode> {
    let path = request.uri().path().to_ascii_lowercase().replace("%2e", ".").replace("%2f", "/");
    if path.contains("/.") { Err(StatusCode::NOT_FOUND) } else { Ok(request) }
}

/// A name that is not this machine's leads here when somebody has made it (DNS rebinding): a page of theirs would then read
/// what is served as if it were its own.
async fn refuse_other_hosts(request: Request) -> Result<Request, StatusCode> {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, port)| if is_port(port) { name } else { host });
    let is_here = ["127.0.0.1", "localhost", "[::1]"].iter().any(|here| name.eq_ignore_ascii_case(here));
    if is_here { Ok(request) } else { Err(StatusCode::MISDIRECTED_REQUEST) }
}

fn is_port(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether an address is one of a page: files have a dot in their names.
fn is_page(path: &str) -> bool {
    path.rsplit('/').next().is_none_or(|name| !name.contains('.'))
}

async fn files(folder: ServeDir, request: Request) -> Response {
    folder.oneshot(request).await.map_or_else(|e| match e {}, |response| response.map(Body::new))
}
