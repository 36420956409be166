//! What somebody just did in an input field.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent};

/// The field of an input event, as the event left it.
pub struct Edit {
    field: HtmlInputElement,
    /// Whether something after the caret was deleted.
    pub deletes_forward: bool,
}

impl Edit {
    /// The field that the event is about; `None` if it is no input.
    pub fn of(event: &Event) -> Option<Self> {
        let field = event.target()?.dyn_into().ok()?;
        let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
        Some(Self { field, deletes_forward: kind.is_some_and(|kind| kind.ends_with("Forward")) })
    }

    /// The text in the field.
    pub fn text(&self) -> String {
        self.field.value()
    }

    /// How many characters stand before the caret.
    pub fn caret(&self) -> usize {
        let caret = self.field.selection_start().ok().flatten();
        caret.and_then(|caret| usize::try_from(caret).ok()).unwrap_or(usize::MAX)
    }

    /// Puts another text in the field, the caret after so many characters. Most keys leave both as they should be: then
    /// the browser is spared the work.
    pub fn replace(&self, text: &str, caret: usize) {
        if self.field.value() == text && self.caret() == caret {
            return;
        }
        self.field.set_value(text);
        let caret = u32::try_from(caret).unwrap_or(u32::MAX);
        // Some kinds of field have no caret; they lose nothing.
        self.field.set_selection_range(caret, caret).ok();
    }
}

/// Whether the check box of an event is ticked.
pub fn is_checked(event: &Event) -> bool {
    let field: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    field.is_some_and(|field| field.checked())
}

/// The text of the file chosen in the field of an event; `None` if there is none, or it cannot be read.
pub async fn chosen_text(event: &Event) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// The text in the field of many lines of an event.
pub fn lines(event: &Event) -> String {
    let field: Option<HtmlTextAreaElement> = event.target().and_then(|target| target.dyn_into().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The value chosen in the list of an event.
pub fn chosen(event: &Event) -> Option<String> {
    let list: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    Some(list.value())
}
