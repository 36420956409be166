//! Making a phone the phone of an RT.

use super::new_pin::NewPin;
use super::notices::{inside_app, keeping_fault};
use crate::field_session::{FieldSession, Phone, field_session};
use crate::parts;
use crate::route::RtRoute;
use crate::text::Tables;
use crate::text::{phone, rt};
use ::phone::{LinkFault, UnlockFault, link};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::part::button::{Button, Submit, Weight};
use ui::part::field::TextField;
use ui::part::live::watched_if;
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::part::summary::Summary;
use ui::part_loading::loaded;
use ui::text::Text;
use ui::tone::Tone;
use wire::Enrolment;

const LINK: &str = "tautan";

/// A phone that is not activated, or a link that is of no use: what to do, and a field for the link.
pub fn welcome(text: &'static Text, fault: Option<LinkFault>) -> AnyView {
    let session = field_session();
    let typed = RwSignal::new(String::new());
    let words = text.rt();
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        session.open_link(&typed.read_untracked());
    };
    let problem = fault.map(|fault| rt::link_fault(text.language, fault).to_owned());
    let summary = problem.clone().map(|problem| {
        view! { <Summary problems=vec![(LINK.to_owned(), problem)]/> }
    });
    let back = list_on(session).map(|_| {
        let press = move |()| session.link.set(None);
        view! { <Button label=text.common().cancel weight=Weight::Quiet press/> }
    });
    view! {
        <Screen title=words.welcome lead=words.welcome_lead>
            {keeping_fault(text)}
            {summary}
            <p>{words.no_link}</p>
            <form on:submit=read novalidate>
                <TextField
                    id=LINK label=words.link hint=words.link_hint value=typed
                    error=Signal::stored(problem)
                />
                <div class="screen__actions"><Submit label=words.read_link/>{back}</div>
            </form>
            {loaded(&parts::RESTORE, move |draw| draw(text, &RtRoute::Families))}
        </Screen>
    }
    .into_any()
}

/// A link that can be used: asks before it is, and says what becomes of the list that the phone holds. One for the list that
/// is open only renews its link.
pub fn ask(text: &'static Text, enrolment: Enrolment, is_open: bool) -> AnyView {
    let session = field_session();
    let (words, title, owner) = (text.rt(), rt::name(&enrolment), link::owner(&enrolment));
    if session.peek(|register| register.enrolment == enrolment) == Some(true) {
        return in_use(text, title);
    }
    let locked = !is_open && session.has_locked(&owner);
    let list = if is_open || locked { Some(title.clone()) } else { list_on(session) };
    let lead = list.as_ref().map_or_else(|| words.ask.to_owned(), |list| rt::holds(text.language, list));
    let can_unlock = locked && matches!(*session.phone.read_untracked(), Phone::Locked(_));
    let note = match (is_open, locked) {
        (true, _) => session.peek(|register| rt::renewing(text.language, register.present().count())),
        (_, true) => Some(if can_unlock { words.locked } else { words.switch_first }.to_owned()),
        _ => list.map(|list| rt::switching(text.language, &list)),
    };
    let unlock = can_unlock.then(|| {
        let press = move |()| spawn_local(session.unlock_for_link(owner.clone()));
        view! { <div class="screen__actions"><Button label=words.unlock_first press/></div> }
    });
    let note = note.map(|says| view! { <Notice tone=Tone::Wait><p>{says}</p></Notice> });
    let pin = NewPin::new();
    let asks_pin = !is_open && session.keeps();
    let stage = RwSignal::new(Stage::Asking);
    let activate = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new_pin = if asks_pin { pin.read() } else { None };
        if stage.get_untracked() == Stage::Working || (asks_pin && new_pin.is_none()) {
            return;
        }
        stage.set(Stage::Working);
        let enrolment = enrolment.clone();
        spawn_local(async move {
            if let Err(fault) = session.activate(enrolment, new_pin).await {
                stage.try_set(Stage::Failed(fault));
            }
        });
    };
    let said = watched_if(move || match stage.get() {
        Stage::Asking => None,
        Stage::Working => Some(view! { <p class="soft" role="status">{text.phone().working}</p> }.into_any()),
        Stage::Failed(fault) => {
            let says = phone::unlock_fault(text.language, fault);
            Some(view! { <Notice tone=Tone::Bad live=true><p>{says}</p></Notice> }.into_any())
        }
    });
    let label = if is_open { words.activate_again } else { words.activate };
    let form = (!locked).then(|| {
        view! {
            {asks_pin.then(|| pin.fields(text))}
            {said}
            <div class="screen__actions"><Submit label/></div>
        }
    });
    view! {
        <Screen title lead>
            {keeping_fault(text)}
            {inside_app(text)}
            {note}
            {(!is_open && !locked).then(|| view! { <p>{words.ask_shared}</p> })}
            <p>{words.ask_secret}</p>
            <form on:submit=activate novalidate>{form}</form>
            {unlock}
            <Button label=text.common().cancel weight=Weight::Quiet press=move |()| session.link.set(None)/>
        </Screen>
    }
    .into_any()
}

/// The link that the open list goes by is opened again: nothing is to be decided.
fn in_use(text: &'static Text, title: String) -> AnyView {
    let session = field_session();
    view! {
        <Screen title lead=text.rt().in_use>
            <Button label=text.rt().open_list press=move |()| session.link.set(None)/>
        </Screen>
    }
    .into_any()
}

/// The name of the list on this phone: the open one, or the first of those that are locked.
fn list_on(session: FieldSession) -> Option<String> {
    match &*session.phone.read_untracked() {
        Phone::Of(active) => Some(rt::name(&active.register.enrolment)),
        Phone::Locked(locks) => locks.first().map(phone::name),
        Phone::Opening | Phone::Closed(_) | Phone::Free => None,
    }
}

/// How far the activation has come.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Asking,
    Working,
    Failed(UnlockFault),
}
