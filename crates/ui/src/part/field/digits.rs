//! A field for a number of sixteen digits.

use super::grouped::{Grouped, Shape};
use super::{Binding, Label};
use crate::browser::edit::Edit;
use crate::part::live::said;
use crate::session::text_now;
use crate::text::common::progress;
use leptos::prelude::*;

/// A NIK or KK number: a numeric keypad, groups of four, and a count of the digits so far. The binding holds the digits
/// alone, as many as were typed.
#[component]
pub fn DigitsField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// What the digits tell so far, shown beside the count.
    #[prop(optional, into)]
    tells: Signal<String>,
) -> impl IntoView {
    grouped_field(Shape::DIGITS, "numeric", Label { id, label, hint, error }, value, tells)
}

/// A field whose symbols are shown in groups of four.
pub(super) fn grouped_field(
    shape: Shape,
    keypad: &'static str,
    label: Label,
    value: Binding,
    tells: Signal<String>,
) -> AnyView {
    let language = text_now().language;
    let edit = move |event| {
        if let Some(edit) = Edit::of(&event) {
            let grouped = Grouped::read(shape, &edit.text(), edit.caret(), edit.deletes_forward);
            edit.replace(&grouped.shown, grouped.caret);
            value.write.run(grouped.symbols);
        }
    };
    let count = view! {
        <p class="field__count" id=[label.id.as_str(), "-count"].concat()>
            <span>{said(move || tells.get())}</span>
            <span>{said(move || progress(language, value.read.read().chars().count(), shape.length))}</span>
        </p>
    };
    let input = view! {
        <input
            class="field__input field__input--grouped"
            id=label.id.clone()
            name=label.id.clone()
            inputmode=keypad
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby=label.described_by(true)
            aria-invalid=label.is_wrong()
            prop:value=Signal::derive(move || shape.group(&value.read.read()))
            on:input=edit
        />
    };
    label.around(input.into_any(), count.into_any())
}
