//! A reason that must be given: a ready one at a tap, or own words.

use crate::text::Tables;
use domain::limits::NOTE;
use leptos::prelude::*;
use ui::part::button::{Button, Weight};
use ui::part::field::{Binding, TextField};
use ui::session::text_now;

/// Opens where it stands, asks why, and says it on. It stays open until its page is drawn anew, or own words are given.
#[component]
pub fn Why(
    /// Of the field for own words.
    #[prop(into)]
    id: String,
    /// What is done for a reason.
    #[prop(into)]
    label: String,
    /// Reasons that are often right.
    ready: Vec<&'static str>,
    /// The own words, while they are typed.
    own: Binding,
    #[prop(into)] say: Callback<String>,
) -> impl IntoView {
    let words = text_now().finding();
    let missing = RwSignal::new(false);
    let error = Signal::derive(move || missing.get().then(|| words.no_reason.to_owned()));
    let say_own = move |()| {
        let reason = own.read.get_untracked();
        missing.set(reason.trim().is_empty());
        if !reason.trim().is_empty() {
            own.write.run(String::new());
            say.run(reason);
        }
    };
    let is_begun = !own.read.get_untracked().is_empty();
    let ready: Vec<_> = ready
        .into_iter()
        .map(|reason| {
            view! { <Button label=reason weight=Weight::Outlined press=move |()| say.run(reason.to_owned())/> }
        })
        .collect();
    view! {
        <details class="why" open=is_begun>
            <summary class="why__open">{label}</summary>
            <p class="why__ask">{words.why}</p>
            <div class="why__ready">{ready}</div>
            <TextField id label=words.own_reason value=own error limit=NOTE.to_string()/>
            <Button label=words.say_reason weight=Weight::Outlined press=say_own/>
        </details>
    }
    .into_any()
}
