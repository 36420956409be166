//! One of several: a group of radio buttons with large targets.

use leptos::prelude::*;

/// One of what can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// What is handed on when it is chosen.
    pub code: &'static str,
    /// What it says.
    pub label: &'static str,
    /// What it says below that, smaller; may be empty.
    pub hint: &'static str,
}

/// The group. `legend` is its question, or the heading of a screen that only asks this question.
#[component]
pub fn Choice(
    name: &'static str,
    legend: AnyView,
    options: Vec<Choosable>,
    /// The code of the chosen one, to begin with.
    chosen: Option<&'static str>,
    #[prop(into)] choose: Callback<&'static str>,
) -> impl IntoView {
    let options: Vec<_> = options
        .into_iter()
        .map(|Choosable { code, label, hint }| {
            let hint = (!hint.is_empty()).then(|| view! { <small class="choice__hint">{hint}</small> });
            view! {
                <label class="choice__option">
                    <input
                        type="radio"
                        class="choice__input"
                        name=name
                        value=code
                        prop:checked=chosen == Some(code)
                        on:change=move |_| choose.run(code)
                    />
                    <span class="choice__text">{label}{hint}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <fieldset class="choice"><legend class="choice__legend">{legend}</legend>{options}</fieldset> }
        .into_any()
}
