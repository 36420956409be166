//! Making a phone the phone of an RT.

use super::notices::keeping_fault;
use crate::desk::desk;
use crate::part::button::{Button, Submit, Weight};
use crate::part::field::TextField;
use crate::part::notice::Notice;
use crate::part::screen::Screen;
use crate::part::summary::Summary;
use crate::part::tone::Tone;
use crate::register::{LinkFault, link};
use crate::text::{Text, rt};
use leptos::prelude::*;
use wire::Enrolment;

const LINK: &str = "tautan";

/// A phone that is not activated, or a link that is of no use: what to do, and a field for the link.
pub fn welcome(text: &'static Text, fault: Option<LinkFault>) -> AnyView {
    let desk = desk();
    let typed = RwSignal::new(String::new());
    let words = text.rt();
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.link.set(Some(link::read(&typed.read_untracked())));
    };
    let problem = fault.map(|fault| rt::link_fault(text.language, fault).to_owned());
    let summary = problem.clone().map(|problem| {
        view! { <Summary problems=vec![(LINK.to_owned(), problem)]/> }
    });
    let back = desk.peek(|_| ()).map(|()| {
        let press = move |()| desk.link.set(None);
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
        </Screen>
    }
    .into_any()
}

/// A link that can be used: asks before it is.
pub fn ask(text: &'static Text, enrolment: Enrolment) -> AnyView {
    let desk = desk();
    let words = text.rt();
    let enrolment = enrolment.clone();
    let title = rt::name(&enrolment);
    let other = desk
        .peek(|register| {
            let differs = link::owner(&register.enrolment) != link::owner(&enrolment);
            differs.then(|| rt::switching(text.language, &rt::name(&register.enrolment)))
        })
        .flatten()
        .map(|sentence| view! { <Notice tone=Tone::Wait><p>{sentence}</p></Notice> });
    view! {
        <Screen title lead=words.ask>
            {keeping_fault(text)}
            {other}
            <p>{words.ask_shared}</p>
            <p>{words.ask_secret}</p>
            <div class="screen__actions">
                <Button label=words.activate press=move |()| desk.activate(enrolment.clone())/>
                <Button label=text.common().cancel weight=Weight::Outlined press=move |()| desk.link.set(None)/>
            </div>
        </Screen>
    }
    .into_any()
}
