//! A list that is locked: its PIN, or its backup code.

use super::notices::keeping_fault;
use crate::field_session::{FieldSession, field_session};
use crate::pin_field::PinField;
use crate::text::Tables;
use crate::text::phone;
use ::phone::pin::PinKind;
use ::phone::{Lock, Opener, SaveState, UnlockFault};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::page;
use ui::part::button::{Button, Submit, Weight};
use ui::part::confirm::Confirm;
use ui::part::field::CodeField;
use ui::part::live::{watched, watched_if};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::text::Text;
use ui::tone::Tone;

const FIELD: &str = "pin";

/// The page for the list at hand, and the ways to the others.
pub fn unlock(text: &'static Text) -> AnyView {
    // The page is drawn anew when the locks change.
    let locks = field_session().locks();
    let Some((first, others)) = locks.split_first() else { return ().into_any() };
    let (kind, covered) = (first.kind, field_session().covered.get_untracked());
    let is_kept = field_session().save_state.get_untracked() == SaveState::Saved;
    let opener = RwSignal::new(Opener::Pin);
    let others = others.iter().map(|lock| switch(field_session(), lock)).collect::<Vec<_>>();
    let others = (!others.is_empty())
        .then(|| view! { <section class="section"><p>{text.rt().others}</p><ul class="families">{others}</ul></section> });
    let words = text.phone();
    view! {
        <Screen title=phone::name(first) lead=words.unlock_lead>
            {keeping_fault(text)}
            {covered.then(|| view! { <Notice tone=Tone::Wait><p>{if is_kept { words.covered_work } else { words.covered }}</p></Notice> })}
            {watched(move || form(text, kind, opener))}
            {others}
            {(!covered).then(|| wipe(text))}
        </Screen>
    }
    .into_any()
}

fn wipe(text: &'static Text) -> AnyView {
    let words = text.rt();
    view! {
        <section class="section">
            <Confirm
                label=text.phone().wipe_locked question=words.wipe_question sure=words.wipe_sure
                press=move |()| spawn_local(field_session().wipe())
            />
        </section>
    }
    .into_any()
}

/// A way to another list on this phone.
pub fn switch(session: FieldSession, lock: &Lock) -> AnyView {
    let (label, owner) = (phone::name(lock), lock.owner());
    let press = move |()| spawn_local(session.switch(owner.clone()));
    view! { <li><Button label weight=Weight::Quiet press/></li> }.into_any()
}

fn form(text: &'static Text, kind: PinKind, opener: RwSignal<Opener>) -> AnyView {
    let session = field_session();
    let words = text.phone();
    let typed = RwSignal::new(String::new());
    let working = RwSignal::new(false);
    let fault = RwSignal::new(None::<UnlockFault>);
    let error = Signal::derive(move || fault.get().map(|fault| phone::unlock_fault(text.language, fault)));
    let by = opener.get();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if working.get_untracked() {
            return;
        }
        working.set(true);
        spawn_local(async move {
            let opened = session.unlock(by, &typed.get_untracked()).await;
            // The page may be gone by now.
            working.try_set(false);
            if let Err(failed) = opened {
                typed.try_set(String::new());
                fault.try_set(Some(failed));
                page::focus(FIELD);
            }
        });
    };
    let [your, forgot, with] = match kind {
        PinKind::Digits => [words.your_pin, words.forgot, words.with_pin],
        PinKind::Words => [words.words, words.forgot_words, words.with_words],
    };
    let (field, other, label) = match by {
        Opener::Pin => (
            view! { <PinField kind id=FIELD label=your value=typed error/> }.into_any(),
            Opener::Code,
            forgot,
        ),
        Opener::Code => (
            view! { <CodeField id=FIELD label=words.code hint=words.forgot_lead value=typed error/> }
                .into_any(),
            Opener::Pin,
            with,
        ),
    };
    view! {
        <form on:submit=open novalidate>
            {field}
            {watched_if(move || working.get().then(|| view! { <p class="soft" role="status">{words.opening}</p> }.into_any()))}
            <div class="screen__actions">
                <Submit label=words.unlock/>
                <Button label weight=Weight::Quiet press=move |()| opener.set(other)/>
            </div>
        </form>
    }
    .into_any()
}
