//! The list of families.

use super::menu::menu;
use super::notices::{keeping_fault, offline};
use crate::desk::{Desk, desk, today};
use crate::part::bar::Bar;
use crate::part::button::{Button, Weight};
use crate::part::live::watched_if;
use crate::part::pill::Pill;
use crate::part::screen::Screen;
use crate::register::{Family, Register, State};
use crate::route::{FormStage, Route, RtRoute};
use crate::session::session;
use crate::text::{Text, rt, status};
use leptos::prelude::*;

/// The list, what is to be mended first.
pub fn families(text: &'static Text) -> AnyView {
    let (session, desk) = (session(), desk());
    let words = text.rt();
    let title = desk.peek(|register| rt::name(&register.enrolment)).unwrap_or_default();
    let add = move |()| {
        if let Some(id) = Desk::new_id() {
            session.go(Route::Rt(RtRoute::Family(id, FormStage::Card)));
        }
    };
    view! {
        <Screen title>
            {offline(text)}
            {keeping_fault(text)}
            {watched_if(move || desk.with(|register| list(text, &Row::all(register))))}
            {menu(text)}
        </Screen>
        <Bar>
            <Button label=words.add weight=Weight::Outlined press=add/>
            <Button label=words.send press=move |()| session.go(Route::Rt(RtRoute::Send))/>
        </Bar>
    }
    .into_any()
}

/// A family as the list shows it.
struct Row<'a> {
    family: &'a Family,
    state: State,
}

impl<'a> Row<'a> {
    /// Every family, by the name of its head.
    fn all(register: &'a Register) -> Vec<Self> {
        let today = today();
        let row = |family| Self { family, state: register.state(family, today) };
        register.by_name().into_iter().map(row).collect()
    }

    /// What stands under the name.
    fn detail(&self, text: &'static Text) -> String {
        match &self.state {
            State::Draft if self.family.record.is_some() => text.rt().unsaved.to_owned(),
            State::Draft => text.rt().unfinished.to_owned(),
            State::Office(event) if self.state.needs_mending() => {
                let reason =
                    event.reason.map(|reason| status::reason(text.language, reason)).unwrap_or_default();
                [reason, if event.note.is_empty() { "" } else { " " }, &event.note].concat()
            }
            _ => {
                let draft = &self.family.draft;
                let detail = rt::size_and_address(text.language, draft.members.len(), draft.address.trim());
                let numberless = draft.members.first().is_some_and(|head| head.without_nik);
                if numberless { [text.rt().without_nik, " · ", &detail].concat() } else { detail }
            }
        }
    }

    /// What is to be mended opens at its field, what is saved as a whole, what is not where one begins.
    fn opens_at(&self) -> RtRoute {
        let id = self.family.id;
        match &self.state {
            State::Office(event) if self.state.needs_mending() => RtRoute::mend(id, event.reason),
            _ if self.family.record.is_some() => RtRoute::Family(id, FormStage::Review),
            _ => RtRoute::Family(id, FormStage::Card),
        }
    }

    fn view(&self, text: &'static Text) -> AnyView {
        let (tone, label) = rt::state(text.language, &self.state);
        let name =
            if self.family.name().is_empty() { text.rt().no_name } else { self.family.name() }.to_owned();
        let href = Route::Rt(self.opens_at()).href();
        view! {
            <li class="family">
                <span class="family__text">
                    <a class="family__name" href=href>{name}</a>
                    <span class="family__detail">{self.detail(text)}</span>
                </span>
                <Pill tone label/>
            </li>
        }
        .into_any()
    }
}

fn list(text: &'static Text, rows: &[Row<'_>]) -> AnyView {
    let words = text.rt();
    if rows.is_empty() {
        return view! {
            <section class="empty">
                <h2>{words.empty_title}</h2>
                <ol>
                    <li>{words.empty_first}</li>
                    <li>{words.empty_second}</li>
                    <li>{words.empty_third}</li>
                </ol>
            </section>
        }
        .into_any();
    }
    let (mend, rest): (Vec<&Row<'_>>, Vec<&Row<'_>>) = rows.iter().partition(|row| row.state.needs_mending());
    let waiting = rows.iter().filter(|row| row.state == State::Waiting).count();
    let counts = rt::counts(text.language, rows.len(), mend.len(), waiting);
    let title = if mend.is_empty() { words.all } else { words.rest };
    view! {
        <p class="soft">{counts}</p>
        {section(text, words.mend, &mend)}
        {section(text, title, &rest)}
    }
    .into_any()
}

fn section(text: &'static Text, title: &'static str, rows: &[&Row<'_>]) -> Option<AnyView> {
    let items: Vec<_> = rows.iter().map(|row| row.view(text)).collect();
    (!rows.is_empty()).then(|| view! { <h2>{title}</h2><ul class="families">{items}</ul> }.into_any())
}
