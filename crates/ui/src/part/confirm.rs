//! A button for what cannot be undone: it asks once more.

use super::button::{Button, Weight};
use super::live::watched;
use super::notice::Notice;
use crate::session::text_now;
use crate::tone::Tone;
use leptos::prelude::*;

/// Asks `question` before it does what `label` says.
#[component]
pub fn Confirm(
    #[prop(into)] label: String,
    #[prop(into)] question: String,
    /// What the button says that does it.
    #[prop(into)]
    sure: String,
    #[prop(into)] press: Callback<()>,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    watched(move || {
        let (label, question, sure) = (label.clone(), question.clone(), sure.clone());
        if !asking.get() {
            return view! { <Button label weight=Weight::Quiet press=move |()| asking.set(true)/> }
                .into_any();
        }
        view! {
            <div class="confirm">
                <Notice tone=Tone::Bad live=true><p>{question}</p></Notice>
                <div class="screen__actions">
                    <Button label=sure weight=Weight::Outlined press/>
                    <Button label=text_now().common().cancel weight=Weight::Quiet press=move |()| asking.set(false)/>
                </div>
            </div>
        }
        .into_any()
    })
}
