//! The address bar, as far as the router leaves it to us.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

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
