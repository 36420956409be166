//! The tie between a field and the draft that it fills in.

use leptos::prelude::*;

/// Reads a text from where it is kept, and writes it back there.
#[derive(Clone, Copy)]
pub struct Binding {
    /// The text as it is.
    pub read: Signal<String>,
    /// Takes the text that was typed.
    pub write: Callback<String>,
}

impl Binding {
    /// A field of a draft.
    pub fn field<D: Send + Sync + 'static>(
        draft: RwSignal<D>,
        get: fn(&D) -> &String,
        get_mut: fn(&mut D) -> &mut String,
    ) -> Self {
        Self {
            read: Signal::derive(move || draft.with(|draft| get(draft).clone())),
            write: Callback::new(move |text| draft.update(|draft| *get_mut(draft) = text)),
        }
    }
}

impl From<RwSignal<String>> for Binding {
    fn from(text: RwSignal<String>) -> Self {
        Self { read: text.into(), write: Callback::new(move |typed| text.set(typed)) }
    }
}
