//! The programs of the app and their parts, as the build has named them in the page.

use leptos::prelude::document;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Keeps programs, or parts of one, for use without signal, all of them or none; names with spaces between them
    /// (`public/boot.js`).
    #[wasm_bindgen(js_namespace = tepat)]
    pub fn keep(names: &str);
}

/// What the build has named in the page: the files of a program, or of a part of one; none if it did not.
pub fn named(name: &str) -> impl Iterator<Item = String> {
    let named = document().query_selector(&["meta[name=\"tepat-", name, "\"]"].concat()).ok().flatten();
    let content = named.and_then(|named| named.get_attribute("content")).unwrap_or_default();
    content.split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter()
}
