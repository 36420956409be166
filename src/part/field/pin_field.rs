//! A field for a PIN.

use super::{Binding, Label};
use crate::browser::edit::Edit;
use crate::register::pin;
use leptos::prelude::*;

/// Six digits that nobody sees, with a numeric keypad.
#[component]
pub fn PinField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let label = Label { id, label, hint, error };
    let input = view! {
        <input
            class="field__input"
            type="password"
            inputmode="numeric"
            id=label.id.clone()
            name=label.id.clone()
            autocomplete="off"
            maxlength=pin::LENGTH.to_string()
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
