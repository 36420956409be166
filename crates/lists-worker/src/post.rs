//! How texts and files come from the page, and go back.
//!
//! A message is a text, or a pair of a text and a file. The first that is posted is `"ready"`: what the page posts before
//! that is lost.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// A job as the page posts it.
pub struct Posted {
    /// The text.
    pub text: String,
    file: Option<Blob>,
}

/// The page that started this worker.
pub struct Page(DedicatedWorkerGlobalScope);

/// Calls `work` for every job that the page posts, one after the other.
///
/// # Errors
/// What the browser says, if it will not take the first message.
pub fn serve(work: fn(&Posted, &Page)) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = Page(scope.clone());
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        work(&Posted::of(&event.data()), &page);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    scope.post_message(&JsValue::from_str("ready"))
}

impl Posted {
    fn of(data: &JsValue) -> Self {
        let pair = data.dyn_ref::<Array>();
        let text = pair.map_or_else(|| data.as_string(), |pair| pair.get(0).as_string());
        let file = pair.and_then(|pair| pair.get(1).dyn_into().ok());
        Self { text: text.unwrap_or_default(), file }
    }

    /// What the file holds, if there is one that can still be read: the owner may have changed or removed it.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(self.file.as_ref()?).ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

impl Page {
    /// Posts a text.
    pub fn post(&self, text: &str) {
        // Texts and files can always be posted; only other objects may refuse to be copied.
        self.0.post_message(&JsValue::from_str(text)).ok();
    }

    /// Posts a text, and a file beside it.
    pub fn post_file(&self, text: &str, bytes: &[u8], media_type: &str) {
        let properties = web_sys::BlobPropertyBag::new();
        properties.set_type(media_type);
        let content = Array::of1(&Uint8Array::from(bytes));
        if let Ok(file) = Blob::new_with_u8_array_sequence_and_options(&content, &properties) {
            self.0.post_message(&Array::of2(&JsValue::from_str(text), &file)).ok();
        }
    }
}
