//! The way of a listed family: what happened, and what is still to come.

use super::tone;
use crate::browser::intl;
use crate::next_step::ahead;
use crate::part::timeline::{Step, Timeline};
use crate::text::{Text, status};
use domain::Event;
use leptos::prelude::*;
use wire::StatusRecord;

/// The timeline, oldest first.
pub fn view(text: &'static Text, record: &StatusRecord, now: &Event) -> AnyView {
    let behind = record.events.iter().map(|event| happened(text, event, record));
    let ahead = ahead(now).iter().map(|status| Step {
        title: status::step(text.language, *status).to_owned(),
        detail: text.result().ahead.to_owned(),
        tone: None,
    });
    view! {
        <section class="section">
            <h2>{text.result().way}</h2>
            <Timeline steps=behind.chain(ahead).collect()/>
        </section>
    }
    .into_any()
}

fn happened(text: &'static Text, event: &Event, record: &StatusRecord) -> Step {
    let date = intl::date(text.language, event.at);
    let reason = event.reason.map(|reason| [" · ", status::reason(text.language, reason)].concat());
    let call = event.invitation.as_ref().map(|call| {
        [" · ", text.result().called_for, " ", &intl::long_date(text.language, call.date)].concat()
    });
    Step {
        title: status::event(text.language, event, record),
        detail: [date, call.unwrap_or_default(), reason.unwrap_or_default()].concat(),
        tone: Some(tone(event.status)),
    }
}
