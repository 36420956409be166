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
    /// What helps to choose.
    #[prop(optional)]
    hint: &'static str,
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
    let hint_id = [name, "-hint"].concat();
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    let hint = (!hint.is_empty()).then(|| view! { <p class="choice__help" id=hint_id>{hint}</p> });
    view! {
        <fieldset class="choice" aria-describedby=described>
            <legend class="choice__legend">{legend}</legend>
            {hint}
            {options}
        </fieldset>
    }
    .into_any()
}
