//! `/rt/hp-ini`: what this phone keeps, its PIN and its backup, and how to take it off.

use super::new_pin::NewPin;
use super::notices::{inside_app, keeping_fault};
use super::restore::restore;
use super::unlock::switch;
use crate::field_session::{Active, field_session};
use crate::text::Tables;
use crate::text::{phone, rt};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::persistence;
use ui::part::button::{Button, Submit, Weight};
use ui::part::confirm::Confirm;
use ui::part::field::TextField;
use ui::part::live::{watched, watched_if};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::text::Text;
use ui::tone::Tone;

/// The page.
pub fn this_phone(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.phone();
    let persisted = LocalResource::new(persistence::is_granted);
    let persistence = watched_if(move || {
        let says = if persisted.get()? { words.persisted } else { words.not_persisted };
        Some(view! { <p>{says}</p> }.into_any())
    });
    view! {
        <Screen title=text.rt().this_phone>
            {keeping_fault(text)}
            {inside_app(text)}
            <p>{words.kept}</p>
            {persistence}
            {watched_if(move || session.active(|active| around(text, active)))}
            <Button label=words.lock weight=Weight::Outlined press=move |()| session.lock()/>
            {new_pin(text, NewPin::new(), [words.new_pin, words.pin_holds, words.save_pin])}
            {new_pin(text, NewPin::words(), [words.new_words, words.words_hold, words.save_words])}
            {backup(text)}
            {restore(text)}
            <section class="section">
                <p>{words.wipe_first}</p>
                <Confirm
                    label=text.rt().wipe question=text.rt().wipe_question sure=text.rt().wipe_sure
                    press=move |()| spawn_local(session.wipe())
                />
            </section>
        </Screen>
    }
    .into_any()
}

/// What else is on the phone: records that cannot be read, other lists.
fn around(text: &'static Text, active: &Active) -> AnyView {
    let unreadable = (active.unreadable > 0).then(|| {
        let sentence = rt::unreadable(text.language, active.unreadable);
        view! { <Notice tone=Tone::Wait><p>{sentence}</p></Notice> }
    });
    let others: Vec<_> = active.others.iter().map(|lock| switch(field_session(), lock)).collect();
    let others =
        (!others.is_empty()).then(|| view! { <p>{text.rt().others}</p><ul class="families">{others}</ul> });
    view! { {unreadable}{others} }.into_any()
}

/// A form for another PIN: its title, what it holds against, and the button.
fn new_pin(text: &'static Text, pin: NewPin, [title, holds, save]: [&'static str; 3]) -> AnyView {
    let session = field_session();
    let words = text.phone();
    let now = RwSignal::new(String::new());
    let said = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(pin) = pin.read() else { return };
        said.set(Some(words.working.to_owned()));
        spawn_local(async move {
            let changed = match session.ask_holder(&now.get_untracked()).await {
                Ok(()) => session.change_pin(pin).await,
                Err(fault) => Err(fault),
            };
            let says = changed.map_or_else(
                |fault| phone::unlock_fault(text.language, fault),
                |()| words.pin_changed.to_owned(),
            );
            said.try_set(Some(says));
        });
    };
    view! {
        <details class="section">
            <summary class="link link--tap">{title}</summary>
            <p>{holds}</p>
            <form on:submit=submit novalidate>
                {known(text, [pin.id(), "-sekarang"].concat(), now)}
                {pin.fields(text)}
                {saying(said)}
                <div class="screen__actions"><Submit label=save/></div>
            </form>
        </details>
    }
    .into_any()
}

/// Who holds the phone need not be its owner: a field for what opens the list now.
fn known(text: &'static Text, id: String, value: RwSignal<String>) -> AnyView {
    let words = text.phone();
    view! { <TextField id label=words.known hint=words.known_hint value kind="password"/> }.into_any()
}

fn backup(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.phone();
    let said = RwSignal::new(None::<String>);
    let back_up = move |()| {
        said.set(Some(words.opening.to_owned()));
        spawn_local(async move {
            let made = session.back_up().await;
            let says = made.map_or_else(
                |fault| phone::restore_fault(text.language, fault),
                |()| words.backed_up.to_owned(),
            );
            said.try_set(Some(says));
        });
    };
    view! {
        <section class="section">
            <h2>{words.backup}</h2>
            <p>{words.backup_lead}</p>
            {code(text)}
            {saying(said)}
            <Button label=words.back_up weight=Weight::Outlined press=back_up/>
        </section>
    }
    .into_any()
}

/// The backup code, which opens everything: for who knows the PIN.
fn code(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.phone();
    let (typed, shown, said) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(None::<String>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            let known = session.ask_holder(&typed.get_untracked()).await;
            shown.try_set(known.is_ok());
            said.try_set(known.err().map(|fault| phone::unlock_fault(text.language, fault)));
        });
    };
    let body = watched(move || {
        let code = session.active(|active| active.code).flatten().filter(|_| shown.get());
        match code {
            Some(code) => {
                view! { <p class="slip__code">{code.to_string()}</p><p>{words.write_down}</p> }.into_any()
            }
            None => view! {
                <form on:submit=submit novalidate>
                    {known(text, "kode-sekarang".to_owned(), typed)}
                    {saying(said)}
                    <div class="screen__actions"><Submit label=words.show/></div>
                </form>
            }
            .into_any(),
        }
    });
    view! { <details><summary class="link link--tap">{words.show_code}</summary>{body}</details> }.into_any()
}

/// What came of it, once there is something to say.
fn saying(said: RwSignal<Option<String>>) -> AnyView {
    watched_if(move || {
        let says = said.get()?;
        Some(view! { <Notice tone=Tone::Plain live=true><p>{says}</p></Notice> }.into_any())
    })
}
