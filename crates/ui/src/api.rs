//! The static API of a publication.

use crate::browser::cache::Caching;
use crate::browser::{abort, history};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use wire::{Areas, Index, Points};

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiFault {
    /// No answer: no signal, or the host is down. Try again.
    Network,
    /// The host has no such file; if it is the index, nothing is published yet.
    Missing,
    /// Something came that is not the file: cut, garbled, or of a version that this app does not know.
    Damaged,
}

/// Whether a copy that the browser keeps will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// The browser decides, by what the host said of the file.
    Usual,
    /// Past every cache: the copy has been found too old.
    Reload,
}

/// After this long nothing will come.
pub const LONGEST_WAIT_MS: u32 = 30_000;

/// What a reader must know first.
///
/// # Errors
/// The [`ApiFault`]; `Missing` if there is no publication.
pub async fn index(freshness: Freshness) -> Result<Index, ApiFault> {
    document("index.json", freshness).await
}

/// The areas of government.
///
/// # Errors
/// The [`ApiFault`].
pub async fn areas() -> Result<Areas, ApiFault> {
    document("areas.json", Freshness::Usual).await
}

/// The distribution points.
///
/// # Errors
/// The [`ApiFault`].
pub async fn points() -> Result<Points, ApiFault> {
    document("points.json", Freshness::Usual).await
}

/// The text of a bucket of sealed records, which the worker opens. Kept by no cache, so that a borrowed phone does not
/// tell whose status was asked.
///
/// # Errors
/// The [`ApiFault`].
pub async fn bucket(file: &str) -> Result<String, ApiFault> {
    let request = get(&["status/", file].concat()).cache(Caching::Never.into());
    text(request).await
}

/// The text of the sealed outcome of an RT, by its key id; the worker opens it. `None`: the offices have said nothing
/// yet.
///
/// # Errors
/// The [`ApiFault`].
pub async fn outcome(key_id: &str) -> Result<Option<String>, ApiFault> {
    let request = get(&["outcome/", key_id, ".json"].concat()).cache(Caching::Checked.into());
    match text(request).await {
        Ok(text) => Ok(Some(text)),
        Err(ApiFault::Missing) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Whether the host has a file of the app itself; `None` without an answer. A host that answers with another page, as some
/// do for what they do not have, has it not.
pub async fn has_program(file: &str) -> Option<bool> {
    let limit = abort::after(LONGEST_WAIT_MS);
    let request = RequestBuilder::new(file).method(Method::HEAD).cache(Caching::Never.into());
    let response = request.abort_signal(limit.as_ref()).send().await.ok()?;
    match response.status() {
        200..300 => Some(response.headers().get("Content-Type").is_some_and(|it| it == "application/wasm")),
        404 | 410 => Some(false),
        _ => None,
    }
}

async fn document<T: DeserializeOwned>(file: &str, freshness: Freshness) -> Result<T, ApiFault> {
    let cache = match freshness {
        Freshness::Usual => Caching::Usual,
        Freshness::Reload => Caching::Reload,
    };
    let text = text(get(file).cache(cache.into())).await?;
    serde_json::from_str(&text).map_err(|_| ApiFault::Damaged)
}

fn get(file: &str) -> RequestBuilder {
    Request::get(&[history::base().as_str(), "/api/v1/", file].concat())
}

async fn text(request: RequestBuilder) -> Result<String, ApiFault> {
    let limit = abort::after(LONGEST_WAIT_MS);
    let response = request.abort_signal(limit.as_ref()).send().await.map_err(|_| ApiFault::Network)?;
    accept(&response)?;
    response.text().await.map_err(|_| ApiFault::Network)
}

fn accept(response: &Response) -> Result<(), ApiFault> {
    match response.status() {
        200..300 => Ok(()),
        // 503: the embedded host before its first publication.
        404 | 410 | 503 => Err(ApiFault::Missing),
        _ => Err(ApiFault::Network),
    }
}
