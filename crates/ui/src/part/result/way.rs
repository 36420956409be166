//! The way of a listed family: what happened, and what is still to come.

use crate::next_step::ahead;
use crate::part::timeline::{Step, Timeline};
use crate::status_tone::tone;
use crate::text::{Text, status};
use domain::Rt;
use leptos::prelude::*;
use wire::{EventDto, StatusRecord};

/// The timeline, oldest first.
pub fn view(text: &'static Text, record: &StatusRecord, now: &EventDto) -> AnyView {
    if record.brief {
        return ().into_any();
    }
    let shortened = record.shortened.then(|| view! { <p class="soft">{text.result().shortened}</p> });
    let behind = record.events.iter().map(|event| {
        // The note of where the family stands is read above.
        let is_last = std::ptr::eq(event, now);
        let event =
            EventDto { note: if is_last { String::new() } else { event.note.clone() }, ..event.clone() };
        happened(text, &event, record.rt, &record.area_name)
    });
    let ahead = ahead(now).iter().map(|status| Step {
        title: status::step(text.language, *status).to_owned(),
        detail: text.result().ahead.to_owned(),
        tone: None,
    });
    view! {
        <section class="section">
            <h2>{text.result().way}</h2>
            {shortened}
            <Timeline steps=behind.chain(ahead).collect()/>
        </section>
    }
    .into_any()
}

/// Something that happened to a family of this RT and kelurahan: when, why, in what words.
pub fn happened(text: &'static Text, event: &EventDto, rt: Rt, area_name: &str) -> Step {
    let date = ::words::date::date(text.language, event.at);
    let call = event.invitation.as_ref().map(|call| {
        [" · ", text.result().called_for, " ", &::words::date::long_date(text.language, call.date)].concat()
    });
    let reason = status::why(text.language, event.reason.as_ref(), event.cause.as_ref());
    let reason = reason.map(|why| [" · ", &why].concat());
    let note = (!event.note.is_empty()).then(|| [" · ", &event.note].concat());
    let said = [call, reason, note].map(Option::unwrap_or_default).concat();
    Step {
        title: status::event(text.language, event, rt, area_name),
        detail: [date, said].concat(),
        tone: Some(tone(&event.status)),
    }
}
