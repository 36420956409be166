//! Handing a file or a message to its owner.

use js_sys::Array;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, ShareData, Url};

/// Saves a text as a file of this name and media type.
///
/// # Errors
/// What the browser says, if it will not.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let content =
        Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &properties)?;
    save(name, &content)
}

/// Saves a file under this name, as a download does.
///
/// # Errors
/// What the browser says, if it will not.
pub fn save(name: &str, file: &impl AsRef<Blob>) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(file.as_ref())?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Whether the device can hand a file to another app.
pub fn can_share() -> bool {
    // Older browsers have no such function, and to call what is not there would end the app.
    let navigator = window().navigator();
    js_sys::Reflect::has(&navigator, &JsValue::from_str("canShare")).unwrap_or_default()
        && data("a.txt", "").is_ok_and(|data| navigator.can_share_with_data(&data))
}

/// Hands a text as a file to another app that the owner chooses. Devices share plain texts only, so its name should end
/// in `.txt`.
///
/// # Errors
/// What the browser says, if the owner thought better of it.
pub async fn share(name: &str, text: &str) -> Result<(), JsValue> {
    let shared = window().navigator().share_with_data(&data(name, text)?);
    JsFuture::from(shared).await.map(drop)
}

/// Whether the device can hand a message to another app.
pub fn can_share_message() -> bool {
    let navigator = window().navigator();
    js_sys::Reflect::has(&navigator, &JsValue::from_str("canShare")).unwrap_or_default()
        && navigator.can_share_with_data(&message("a"))
}

/// Hands a message to another app that the owner chooses. It is no link: what it says stands in no address.
///
/// # Errors
/// What the browser says, if the owner thought better of it.
pub async fn share_message(text: &str) -> Result<(), JsValue> {
    let shared = window().navigator().share_with_data(&message(text));
    JsFuture::from(shared).await.map(drop)
}

/// Puts a text where it can be pasted from.
///
/// # Errors
/// What the browser says, if it will not; nothing in a browser that cannot, as on a page without `https`.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = window().navigator();
    if js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))?.is_undefined() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop)
}

fn message(text: &str) -> ShareData {
    let data = ShareData::new();
    data.set_text(text);
    data
}

fn data(name: &str, text: &str) -> Result<ShareData, JsValue> {
    let properties = FilePropertyBag::new();
    properties.set_type("text/plain");
    let content = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&content, name, &properties)?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Ok(data)
}
