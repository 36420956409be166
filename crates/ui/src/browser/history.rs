//! The address bar, as far as the router leaves it to us.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// What the history notes where an answer is shown: nothing of whose.
const ANSWER: &str = "jawaban";

/// Makes an answer a place of its own in the history, at the same address: the way back leads to its question, and not home.
pub fn enter_answer() {
    if !is_at_answer() {
        let address = window().location().pathname().ok();
        let state = JsValue::from_str(ANSWER);
        window().history().ok().and_then(|it| it.push_state_with_url(&state, "", address.as_deref()).ok());
    }
}

/// Whether one is at the place of an answer.
pub fn is_at_answer() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state == ANSWER)
}

/// Leaves the place of an answer, as the button of the browser does.
pub fn leave_answer() {
    if is_at_answer() {
        window().history().and_then(|history| history.back()).ok();
    }
}

/// Calls `left` when the browser's button has led away from the place of an answer, until the page that asked is gone.
pub fn on_answer_left(left: impl Fn() + 'static) {
    let listener = window_event_listener(ev::popstate, move |_| {
        if !is_at_answer() {
            left();
        }
    });
    on_cleanup(move || listener.remove());
}

/// The path under which the app is installed: empty, or like `/bansos`. A host that installs it in a folder says so with
/// `<base href="/bansos/">`.
pub fn base() -> String {
    let base = document().query_selector("base[href]").ok().flatten();
    let href = base.and_then(|base| base.get_attribute("href")).unwrap_or_default();
    href.trim_end_matches('/').to_owned()
}

/// The host that the app comes from, as one tells it: `bansos.contoh.id`.
pub fn host() -> String {
    window().location().host().unwrap_or_default()
}

/// The same with its scheme, as a link begins: `https://bansos.contoh.id`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Takes what stands behind the `#` of the address, and clears it there and in the history: it may be a secret.
pub fn take_fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty())?.to_owned();
    let address = window().location().pathname().ok()?;
    window().history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()?;
    // A scanner may have written a check symbol like `$` as `%24`.
    js_sys::decode_uri_component(&fragment).map(String::from).ok()
}
