//! The answer to `/cek`: what has become of the family.

use crate::page::check::draft::Draft;
use crate::page::check::form::{Form, Purpose, asking};
use crate::part::button::{Button, Weight};
use crate::part::live::watched;
use crate::part::notice::Notice;
use crate::part::result::result;
use crate::part::tone::Tone;
use crate::search::{Search, Stage};
use crate::session::text;
use crate::text::check;
use crate::worker;
use leptos::prelude::*;

/// The page, which asks at once with what was handed over.
#[component]
pub fn Answer(handed: Draft) -> impl IntoView {
    let (form, search) = (Form::of(handed.clone()), Search::new());
    ask(search, &handed);
    let again = Callback::new(move |()| {
        form.wipe();
        search.wipe();
    });
    let is_answered = Memo::new(move |_| search.is_answered());
    watched(move || if is_answered.get() { answered(search, again) } else { question(form, search) })
}

fn ask(search: Search, draft: &Draft) {
    if let Ok(secret) = draft.secret()
        && !untrack(|| search.is_looking())
    {
        search.start(secret);
    }
}

/// The form, while there is no answer: it was filled in elsewhere, and stays for mending it.
fn question(form: Form, search: Search) -> AnyView {
    let ask = Callback::new(move |draft| ask(search, &draft));
    let progress = Callback::new(move |()| progress(form, search, ask));
    asking(form, Purpose { begin: worker::warm_up, ask, progress })
}

/// What the look-up is at.
fn progress(form: Form, search: Search, ask: Callback<Draft>) -> AnyView {
    let text = text();
    match search.stage() {
        Stage::Looking => view! { <span class="hidden-text">{text.check().looking}</span> }.into_any(),
        Stage::LookingSlowly => {
            view! { <Notice tone=Tone::Plain>{text.check().looking_slowly}</Notice> }.into_any()
        }
        Stage::Failed(fault) => view! {
            <Notice tone=Tone::Bad>
                <p>{check::lookup_fault(text.language, fault)}</p>
                <Button label=text.check().retry weight=Weight::Outlined press=Callback::new(move |()| form.submit(ask))/>
            </Notice>
        }
        .into_any(),
        Stage::Asking | Stage::Found(_) | Stage::NotFound(_) => ().into_any(),
    }
}

fn answered(search: Search, again: Callback<()>) -> AnyView {
    let mend = Callback::new(move |()| search.ask_again());
    view! {
        <div class="screen screen--answer">
            <div class="screen__body">
                {watched(move || result(&search.stage(), mend))}
                <Button label=text().result().again weight=Weight::Outlined press=again/>
            </div>
        </div>
    }
    .into_any()
}
