//! The address bar and the way back.
//!
//! leptos_router does this too, for 28 KB (brotli) of the 150 that a first visit may weigh, measured on an app of eight
//! routes. What the app needs of it is this file, and a `match` on [`Route`](crate::route::Route) that the compiler checks.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// The path under which the app is installed: empty, or like `/bansos`. A host that installs it in a folder says so with
/// `<base href="/bansos/">`.
pub fn base() -> String {
    let base = document().query_selector("base[href]").ok().flatten();
    let href = base.and_then(|base| base.get_attribute("href")).unwrap_or_default();
    href.trim_end_matches('/').to_owned()
}

/// The path in the address bar, below the base.
pub fn path() -> String {
    let path = window().location().pathname().unwrap_or_default();
    path.strip_prefix(base().as_str()).map(str::to_owned).unwrap_or(path)
}

/// Puts another address in the bar; the way back leads to the present one.
pub fn push(href: &str) {
    if let Ok(history) = window().history() {
        history.push_state_with_url(&JsValue::NULL, "", Some(href)).ok();
    }
}

/// The host that the app comes from, as one tells it: `bansos.contoh.id`.
pub fn host() -> String {
    window().location().host().unwrap_or_default()
}

/// Calls `moved` whenever the address has changed: by the way back, and by a link within the app, which then does not
/// load the page anew.
pub fn on_move(moved: impl Fn() + Copy + 'static) {
    // Both listeners live as long as the app.
    let _ = window_event_listener(ev::popstate, move |_| moved());
    let _ = window_event_listener(ev::click, move |event| {
        if let Some(href) = followed_link(&event) {
            event.prevent_default();
            push(&href);
            moved();
        }
    });
}

/// The address that a click leads to within the app. A click with a key held, or on a link for a new tab or a download,
/// is the browser's.
fn followed_link(event: &MouseEvent) -> Option<String> {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || with_key {
        return None;
    }
    let clicked: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = clicked.closest("a[href]").ok()??.dyn_into().ok()?;
    let ours = link.target().is_empty()
        && !link.has_attribute("download")
        && link.origin() == window().location().origin().ok()?
        && link.pathname().starts_with(base().as_str());
    ours.then(|| link.href())
}

/// Takes what stands behind the `#` of the address, and clears it there and in the history: it may be a secret.
pub fn take_fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty())?.to_owned();
    let address = base() + &path();
    window().history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
    // A scanner may have written a check symbol like `$` as `%24`.
    js_sys::decode_uri_component(&fragment).map(String::from).ok()
}
