//! The static API of a publication.

use crate::browser::cache::Caching;
use crate::browser::{abort, clock, history};
use crate::host_clock;
use crate::trust::{self, TrustFault};
use futures::future::join;
use futures::lock::Mutex;
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wire::{Areas, FileDigest, Index, Points};

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiFault {
    /// No answer: no signal, or the host is down. Try again.
    Network,
    /// The host has no such file; if it is the index, nothing is published yet.
    Missing,
    /// Something came that is not the file: cut, garbled, or of a version that this app does not know.
    Damaged,
    /// It is not from our office, or somebody changed it.
    Foreign,
    /// It is older than what this device has seen.
    Older,
    /// The browser cannot tell whether it is from our office.
    Unchecked,
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

/// What a reader must know first, once its signature holds. Within a minute one copy serves all who ask.
///
/// # Errors
/// The [`ApiFault`]; `Missing` if there is no publication.
pub async fn index(freshness: Freshness) -> Result<Index, ApiFault> {
    // Whoever asks meanwhile waits for this answer.
    let last = LAST_INDEX.with(Rc::clone);
    let mut last = last.lock().await;
    if let Some((at, index)) = &*last
        && freshness == Freshness::Usual
        && clock::now() - at < SHARED_MS
    {
        return Ok(index.clone());
    }
    let text = file("index.json", freshness).await?;
    let index = trust::accept(&text).await?;
    *last = Some((clock::now(), index.clone()));
    Ok(index)
}

/// So long an index serves all who ask.
const SHARED_MS: f64 = 60_000.0;

thread_local! {
    static LAST_INDEX: Rc<Mutex<Option<(f64, Index)>>> = Rc::default();
}

/// The areas of government.
///
/// # Errors
/// The [`ApiFault`].
pub async fn areas() -> Result<Areas, ApiFault> {
    named("areas.json").await
}

/// The distribution points.
///
/// # Errors
/// The [`ApiFault`].
pub async fn points() -> Result<Points, ApiFault> {
    named("points.json").await
}

/// A file that the index names. What the browser kept of an earlier one is fetched anew.
async fn named<T: DeserializeOwned>(name: &str) -> Result<T, ApiFault> {
    let (index, text) = join(index(Freshness::Usual), file(name, Freshness::Usual)).await;
    let (index, mut text) = (index?, text?);
    if trust::check_file(name, &text, &index).await == Err(TrustFault::Foreign) {
        let index = self::index(Freshness::Reload).await?;
        text = file(name, Freshness::Reload).await?;
        trust::check_file(name, &text, &index).await?;
    }
    serde_json::from_str(&text).map_err(|_| ApiFault::Damaged)
}

/// The text of a file in `status/`, whole and unchanged. Kept by no cache, so that a borrowed phone does not tell whose
/// status was asked.
///
/// # Errors
/// The [`ApiFault`].
pub async fn status_file(name: FileDigest) -> Result<String, ApiFault> {
    let text = text(get(&name.status_file()).cache(Caching::Never.into())).await?;
    trust::check_status_file(&text, name).await?;
    Ok(text)
}

/// The text of the sealed outcome of an RT, by its key id; the worker opens it. `None`: the offices have said nothing
/// yet.
///
/// # Errors
/// The [`ApiFault`].
pub async fn outcome(key_id: &str) -> Result<Option<String>, ApiFault> {
    let request = get(&["outcome/", key_id, ".json"].concat()).cache(Caching::Checked.into());
    match heard(request).await {
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

async fn file(name: &str, freshness: Freshness) -> Result<String, ApiFault> {
    let cache = match freshness {
        Freshness::Usual => Caching::Usual,
        Freshness::Reload => Caching::Reload,
    };
    text(get(name).cache(cache.into())).await
}

fn get(file: &str) -> RequestBuilder {
    Request::get(&[history::base().as_str(), "/api/v1/", file].concat())
}

async fn text(request: RequestBuilder) -> Result<String, ApiFault> {
    read(answer(request).await?).await
}

/// The same of a file that the service worker does not answer for: the host tells its time with it.
async fn heard(request: RequestBuilder) -> Result<String, ApiFault> {
    let response = answer(request).await?;
    host_clock::hear(response.headers().get("Date"));
    read(response).await
}

async fn answer(request: RequestBuilder) -> Result<Response, ApiFault> {
    let limit = abort::after(LONGEST_WAIT_MS);
    request.abort_signal(limit.as_ref()).send().await.map_err(|_| ApiFault::Network)
}

async fn read(response: Response) -> Result<String, ApiFault> {
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

impl From<TrustFault> for ApiFault {
    fn from(fault: TrustFault) -> Self {
        match fault {
            TrustFault::Foreign => Self::Foreign,
            TrustFault::Older => Self::Older,
            TrustFault::Damaged => Self::Damaged,
            TrustFault::NoCrypto => Self::Unchecked,
        }
    }
}
