//! A family in the list.

use crate::field_session::field_session;
use crate::route::{Address, FormStage, RtRoute};
use crate::text::Tables;
use crate::text::rt;
use ::words::family::change;
use domain::Code;
use leptos::prelude::*;
use phone::{FamilyRow, FamilyState};
use ui::part::live::watched;
use ui::part::pill::Pill;
use ui::text::{Text, status};
use ui::tone::Tone;

/// The family in a line or two, leading to where one goes on with it.
pub fn entry(text: &'static Text, row: &FamilyRow) -> AnyView {
    let (id, state) = (row.id, rt::state(text.language, &row.state));
    let pill = watched(move || {
        let (tone, label) = if field_session().is_unkept(id) { (Tone::Bad, text.rt().unkept) } else { state };
        view! { <Pill tone label/> }.into_any()
    });
    let name = if row.name.is_empty() { text.rt().no_name } else { &row.name }.to_owned();
    let href = opens_at(row).href();
    let detail = detail(text, row);
    let absence = row.absence.map(|what| {
        view! { <Pill tone=Tone::Wait label=change(text.language, what)/> }
    });
    view! {
        <li class="family">
            <span class="family__text">
                <a class="family__name" href=href>{name}</a>
                <span class="family__detail">{detail}</span>
            </span>
            <span class="family__pills">{pill}{absence}</span>
        </li>
    }
    .into_any()
}

/// What is to be mended opens at its field, what is saved as a whole, what is not where one begins.
fn opens_at(row: &FamilyRow) -> RtRoute {
    match &row.state {
        FamilyState::Office(event) if row.state.needs_mending() => {
            RtRoute::mend(row.id, event.reason.as_ref().and_then(Code::known))
        }
        _ if row.saved => RtRoute::family(row.id, FormStage::Review),
        _ => RtRoute::family(row.id, FormStage::Card),
    }
}

/// What stands under the name.
fn detail(text: &'static Text, row: &FamilyRow) -> String {
    match &row.state {
        FamilyState::Draft if row.saved => text.rt().unsaved.to_owned(),
        FamilyState::Draft => text.rt().unfinished.to_owned(),
        FamilyState::Office(event) if row.state.needs_mending() => {
            let why = status::why(text.language, event.reason.as_ref(), event.cause.as_ref());
            let why = why.unwrap_or_default();
            [why.as_str(), if event.note.is_empty() { "" } else { " " }, &event.note].concat()
        }
        _ => {
            let detail = rt::size_and_address(text.language, row.size, &row.address);
            if row.without_nik { [text.rt().without_nik, " · ", &detail].concat() } else { detail }
        }
    }
}
