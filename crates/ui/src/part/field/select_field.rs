//! A field with a list of values to choose from.

use super::{Binding, Label};
use crate::browser::edit;
use leptos::prelude::*;

/// A value, and what it says.
pub type Selectable = (&'static str, &'static str);

/// A closed list, for what has more values than a screen has room. The binding holds the code of the chosen one; nothing
/// is chosen to begin with.
#[component]
pub fn SelectField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    options: Vec<Selectable>,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let label = Label { id, label, hint, error };
    let options: Vec<_> = options
        .into_iter()
        .map(|(code, says)| {
            view! { <option value=code prop:selected=move || *value.read.read() == code>{says}</option> }
        })
        .collect();
    let input = view! {
        <select
            class="field__input"
            id=label.id.clone()
            name=label.id.clone()
            aria-describedby=label.described_by(false)
            aria-invalid=move || error.read().is_some().to_string()
            on:change=move |event| {
                if let Some(chosen) = edit::chosen(&event) {
                    value.write.run(chosen);
                }
            }
        >
            {options}
        </select>
    };
    label.around(input.into_any(), ().into_any())
}
