//! A file, wherever its bytes are: what the owner chose, dropped or shared, or what the app made.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DragEvent, Event, FileList, HtmlInputElement};

/// A handle to a file: it costs nothing to copy.
#[derive(Clone)]
pub struct File(Blob);

impl File {
    /// A text as a file.
    pub fn of_text(text: &str) -> Option<Self> {
        Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(text))).ok().map(Self)
    }

    /// The file that was chosen in the input of an event. The same one may be chosen again afterwards.
    pub fn chosen(event: &Event) -> Option<Self> {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let file = Self::first(input.files());
        input.set_value("");
        file
    }

    /// The file, or else the text, that was dropped on an element. The browser would open it otherwise.
    pub fn dropped(event: &DragEvent) -> Option<Self> {
        event.prevent_default();
        let dropped = event.data_transfer()?;
        Self::first(dropped.files()).or_else(|| {
            let text = dropped.get_data("text/plain").ok().filter(|text| !text.is_empty())?;
            Self::of_text(&text)
        })
    }

    /// What came from elsewhere, if it is a file.
    pub(super) fn of(value: JsValue) -> Option<Self> {
        value.dyn_into().ok().map(Self)
    }

    fn first(files: Option<FileList>) -> Option<Self> {
        files?.get(0).map(|file| Self(file.into()))
    }
}

impl AsRef<Blob> for File {
    fn as_ref(&self) -> &Blob {
        &self.0
    }
}
