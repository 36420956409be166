//! A statement that one may tick.

use crate::browser::edit;
use leptos::prelude::*;

/// A check box with a large target.
#[component]
pub fn Tick(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] tick: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="choice__option">
            <input
                type="checkbox"
                class="choice__input"
                id=id
                prop:checked=checked
                on:change=move |event| tick.run(edit::is_checked(&event))
            />
            <span class="choice__text">{label}</span>
        </label>
    }
    .into_any()
}
