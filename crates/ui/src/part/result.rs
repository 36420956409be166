//! The answer of a look-up, top down: where the family stands, why, what to do next, its way so far, the points near it.

mod near;
mod next;
mod unlisted;
pub mod way;

use super::answer::Answer;
use super::contacts::contacts;
use super::notice::Notice;
use super::publication::{published, stale};
use crate::browser::clock;
use crate::next_step::NextStep;
use crate::search::{Listed, Stage};
use crate::session::text_now;
use crate::status_tone::tone;
use crate::text::{Text, status};
use crate::tone::Tone;
use leptos::prelude::*;
use wire::{EventDto, StatusRecord};

/// Shows an answer, or nothing where there is none yet. `mend` leads back to the numbers.
pub fn result(stage: &Stage, mend: Callback<()>) -> AnyView {
    match stage {
        Stage::Found(listed) => found(listed),
        Stage::NotFound(unlisted) => unlisted::view(unlisted, mend),
        _ => ().into_any(),
    }
}

fn found(listed: &Listed) -> AnyView {
    let text = text_now();
    let Listed { record, index, .. } = listed;
    let (Some(now), Some(today)) = (record.current(), clock::today()) else {
        return view! { <Notice tone=Tone::Wait>{text.result().empty}</Notice> }.into_any();
    };
    let step = NextStep::of(record, today);
    view! {
        <div class="result" data-status=now.status.to_string()>
            {stale(index)}
            {answer(text, record, now)}
            {why(text, now)}
            {record.brief.then(|| view! { <Notice tone=Tone::Plain>{text.result().brief}</Notice> })}
            {step.as_ref().map(|step| next::view(text, step, listed))}
            {way::view(text, record, now)}
            {near::view(text, listed, step.as_ref())}
            {contacts(&index.contacts)}
            {published(index)}
        </div>
    }
    .into_any()
}

fn answer(text: &'static Text, record: &StatusRecord, now: &EventDto) -> AnyView {
    let since = record.since().map(|date| ::words::date::date(text.language, date)).unwrap_or_default();
    let [before, name, after] = status::since(text.language, record, &since);
    view! {
        <Answer tone=tone(&now.status) title=status::headline(text.language, &now.status)>
            <p>{before}<b>{name}</b>{after}</p>
        </Answer>
    }
    .into_any()
}

/// The reason and the words of the office, where there are any.
fn why(text: &'static Text, now: &EventDto) -> Option<AnyView> {
    let reason = status::why(text.language, now.reason().as_ref(), now.cause.as_ref());
    let reason = reason.map(|why| view! { <p>{why}</p> });
    let note = (!now.note.is_empty())
        .then(|| view! { <p class="result__note"><b>{text.result().note}": "</b>{now.note.clone()}</p> });
    (reason.is_some() || note.is_some()).then(|| {
        view! { <section class="result__why"><h2>{text.result().why}</h2>{reason}{note}</section> }.into_any()
    })
}
