//! A field for a line of text.

use super::{Binding, Label};
use crate::browser::edit::Edit;
use leptos::prelude::*;

/// A name, an address, a date: what one types in one line.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// The `type` of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// The `inputmode`: which keypad a phone shows.
    #[prop(optional, into)]
    keypad: Option<&'static str>,
    /// How many characters it takes at most.
    #[prop(default = None, into)]
    limit: Option<String>,
) -> impl IntoView {
    let label = Label { id, label, hint, error };
    let input = view! {
        <input
            class="field__input"
            type=kind
            inputmode=keypad
            maxlength=limit
            id=label.id.clone()
            name=label.id.clone()
            autocomplete="off"
            spellcheck="false"
            aria-describedby=label.described_by(false)
            aria-invalid=label.is_wrong()
            prop:value=value.read
            on:input=move |event| {
                if let Some(edit) = Edit::of(&event) {
                    value.write.run(edit.text());
                }
            }
        />
    };
    label.around(input.into_any(), ().into_any())
}
