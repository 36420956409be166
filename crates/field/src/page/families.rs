//! The list of families.

pub mod rows;

use super::menu::menu;
use super::notices::{keeping_fault, listed_elsewhere, offline_and_empty};
use crate::field_session::{FieldSession, field_session};
use crate::parts;
use crate::route::{FormStage, RtRoute};
use crate::text::Tables;
use crate::text::rt;
use leptos::prelude::*;
use ui::part::bar::Bar;
use ui::part::button::{Button, Weight};
use ui::part::live::watched;
use ui::part::screen::Screen;
use ui::part_loading::loaded;
use ui::session::session;
use ui::text::Text;

/// The list, and the ways from it.
pub fn families(text: &'static Text) -> AnyView {
    let (session, field_session) = (session(), field_session());
    let words = text.rt();
    let title = field_session.peek(|register| rt::name(&register.enrolment)).unwrap_or_default();
    let add = move |()| {
        if let Some(id) = FieldSession::new_id() {
            session.go(RtRoute::family(id, FormStage::Card));
        }
    };
    let is_empty =
        Memo::new(move |_| field_session.with(|register| register.present().next().is_none()) != Some(false));
    let list = move || {
        if is_empty.get() {
            empty(text)
        } else {
            loaded(&parts::REGISTER, move |draw| draw(text, &RtRoute::Families))
        }
    };
    // The next thing to do is the one that is filled.
    let bar = move || {
        let send = move |()| session.go(RtRoute::Send);
        if is_empty.get() {
            return view! { <Button label=words.add press=add/> }.into_any();
        }
        view! {
            <Button label=words.add weight=Weight::Outlined press=add/>
            <Button label=words.send press=send/>
        }
        .into_any()
    };
    view! {
        <Screen title>
            {keeping_fault(text)}
            {listed_elsewhere(text)}
            {watched(list)}
            {menu(text)}
        </Screen>
        <Bar>{watched(bar)}</Bar>
    }
    .into_any()
}

/// What to do first.
fn empty(text: &'static Text) -> AnyView {
    let words = text.rt();
    view! {
        {offline_and_empty(text)}
        <section class="empty">
            <h2>{words.empty_title}</h2>
            <ol>
                <li>{words.empty_first}</li>
                <li>{words.empty_second}</li>
                <li>{words.empty_third}</li>
            </ol>
        </section>
    }
    .into_any()
}
