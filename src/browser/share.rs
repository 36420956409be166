//! Handing a file to its owner.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves a text as a file of this name and media type, as a download does.
///
/// # Errors
/// What the browser says, if it will not.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let content =
        Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &properties)?;
    let address = Url::create_object_url_with_blob(&content)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
