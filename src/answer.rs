//! The answer to `/cek`: what has become of the family.

use crate::check::Answering;
use crate::check::form::Form;
use leptos::prelude::*;
use ui::lookup::draft::Draft;
use ui::part::button::{Button, Weight};
use ui::part::live::watched;
use ui::part::notice::Notice;
use ui::part::result::result;
use ui::search::{Search, Stage};
use ui::session::text;
use ui::stretch;
use ui::text::check;
use ui::tone::Tone;

/// Begins to answer a form, and has the worker ready by the time it is filled in.
pub fn begin(form: Form) -> Answering {
    stretch::warm_up();
    let search = Search::default();
    Answering {
        begin: stretch::warm_up,
        ask: Callback::new(move |draft| ask(search, &draft)),
        progress: Callback::new(move |()| progress(form, search)),
        is_answered: Memo::new(move |_| search.is_answered()),
        answer: Callback::new(move |()| answered(form, search)),
    }
}

fn ask(search: Search, draft: &Draft) {
    if let Ok(secret) = draft.secret()
        && !untrack(|| search.is_looking())
    {
        search.start(secret);
    }
}

/// What the look-up is at.
fn progress(form: Form, search: Search) -> AnyView {
    let text = text();
    match search.stage() {
        Stage::Looking => view! { <span class="hidden-text">{text.check().looking}</span> }.into_any(),
        Stage::LookingSlowly => {
            view! { <Notice tone=Tone::Plain>{text.check().looking_slowly}</Notice> }.into_any()
        }
        Stage::Failed(fault) => {
            let again = move |()| form.submit(Callback::new(move |draft| ask(search, &draft)));
            view! {
                <Notice tone=Tone::Bad>
                    <p>{check::lookup_fault(text.language, fault)}</p>
                    <Button label=text.check().retry weight=Weight::Outlined press=again/>
                </Notice>
            }
            .into_any()
        }
        Stage::Asking | Stage::Found(_) | Stage::NotFound(_) => ().into_any(),
    }
}

fn answered(form: Form, search: Search) -> AnyView {
    let mend = Callback::new(move |()| search.ask_again());
    let again = move |()| {
        form.wipe();
        search.wipe();
    };
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
