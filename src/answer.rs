//! The answer to `/cek`: what has become of the family.

use crate::check::Answering;
use crate::check::form::Form;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::{history, share};
use ui::lookup::draft::{Draft, Mend};
use ui::part::button::{Button, Weight};
use ui::part::live::watched;
use ui::part::long_wait::long_wait;
use ui::part::notice::Notice;
use ui::part::result::{message, result};
use ui::search::{Search, Stage};
use ui::session::{session, text};
use ui::stretch;
use ui::text::check;
use ui::tone::Tone;

/// Begins to answer a form, and has the worker ready by the time it is filled in. An answer lasts while other pages are looked
/// at: whoever comes back to its place in the history finds it.
pub fn begin(form: Form) -> Answering {
    stretch::warm_up();
    let search = session().lasting(Search::default);
    if !history::is_at_answer() {
        search.ask_again();
    }
    Answering {
        begin: stretch::warm_up,
        ask: Callback::new(move |draft| ask(search, &draft)),
        progress: Callback::new(move |()| progress(form, search)),
        is_answered: Memo::new(move |_| search.is_answered()),
        ask_again: Callback::new(move |()| search.ask_again()),
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
            let says = text.check().looking_slowly;
            view! { <Notice tone=Tone::Plain><p>{says}</p>{long_wait()}</Notice> }.into_any()
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
    let mend = Callback::new(move |how: Mend| {
        search.ask_again();
        history::leave_answer();
        form.mend(how, Callback::new(move |draft| ask(search, &draft)));
    });
    let again = move |()| {
        form.wipe();
        search.wipe();
        history::leave_answer();
    };
    view! {
        <div class="screen screen--answer">
            <div class="screen__body">
                {watched(move || result(&search.stage(), mend))}
                <div class="screen__actions">
                    {sharing(search)}
                    <Button label=text().result().again weight=Weight::Outlined press=again/>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Hands what is to be done to another app, or to the clipboard where the browser knows no other apps. It names nobody.
fn sharing(search: Search) -> Option<AnyView> {
    let text = text();
    let said = move || match search.stage() {
        Stage::Found(listed) => message(&listed),
        _ => None,
    };
    untrack(said)?;
    let copied = RwSignal::new(false);
    let press = move |()| {
        let Some(said) = untrack(said) else { return };
        spawn_local(async move {
            if share::can_share_message() {
                // Whoever thinks better of it has shared nothing.
                share::share_message(&said).await.ok();
            } else {
                copied.try_set(share::copy(&said).await.is_ok());
            }
        });
    };
    let done = move || copied.get().then_some(text.result().copied);
    Some(
        view! {
            <Button label=text.result().share weight=Weight::Outlined press=press/>
            <span class="soft" role="status">{done}</span>
        }
        .into_any(),
    )
}
