//! The answer of a look-up, top down: where the family stands, why, what to do next, its way so far, the points near it.

mod near;
mod next;
mod unlisted;
pub mod way;

use super::answer::Answer;
use super::contacts::contacts;
use super::notice::Notice;
use super::publication::{published, stale};
use crate::browser::{clock, history};
use crate::lookup::draft::Mend;
use crate::next_step::NextStep;
use crate::search::{Listed, Stage};
use crate::session::text_now;
use crate::status_tone::tone;
use crate::text::{Text, status};
use crate::tone::Tone;
use domain::mask;
use leptos::prelude::*;
use wire::{EventDto, StatusRecord};

/// Shows an answer, or nothing where there is none yet. `mend` leads back to what was typed.
pub fn result(stage: &Stage, mend: Callback<Mend>) -> AnyView {
    match stage {
        Stage::Found(listed) => found(listed),
        Stage::NotFound(unlisted) => unlisted::view(unlisted, mend),
        _ => ().into_any(),
    }
}

/// The answer as a message that names nobody; `None` for a record that says nothing.
pub fn message(listed: &Listed) -> Option<String> {
    let (text, now) = (text_now(), listed.record.current()?);
    let headline = status::headline(text.language, &now.status);
    let step = NextStep::of(&listed.record, clock::in_jakarta()?)?;
    let step = next::message(text, &step, listed, clock::in_jakarta()?);
    let link = [history::origin(), history::base(), "/cek".to_owned()].concat();
    Some([headline, ". ", &step, "\n", &link].concat())
}

fn found(listed: &Listed) -> AnyView {
    let text = text_now();
    let Listed { record, index, .. } = listed;
    let (Some(now), Some(now_is)) = (record.current(), clock::in_jakarta()) else {
        return view! { <Notice tone=Tone::Wait>{text.result().empty}</Notice> }.into_any();
    };
    let step = NextStep::of(record, now_is);
    view! {
        <div class="result" data-status=now.status.to_string()>
            {stale(index)}
            {answer(text, record, now)}
            {why(text, now)}
            {record.brief.then(|| view! { <Notice tone=Tone::Plain>{text.result().brief}</Notice> })}
            {step.as_ref().map(|step| next::view(text, step, listed, now_is))}
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
    let initials = mask::initials(&record.name);
    let [before, name, after] = status::since(text.language, record, &since);
    view! {
        <Answer tone=tone(&now.status) title=status::headline(text.language, &now.status)>
            <p>
                {before}<b aria-hidden="true">{name}</b>
                <span class="hidden-text">{initials}</span>{after}
            </p>
        </Answer>
    }
    .into_any()
}

/// The reason and the words of the office, where there are any.
fn why(text: &'static Text, now: &EventDto) -> Option<AnyView> {
    let reason = status::why(text.language, now.reason().as_ref(), now.cause.as_ref());
    let reason = reason.map(|why| view! { <p>{why}</p> });
    let note = (!now.note.is_empty())
        .then(|| view! { <p class="result__note"><b>{text.result().note}": "</b><span lang="id">{now.note.clone()}</span></p> });
    (reason.is_some() || note.is_some()).then(|| {
        view! { <section class="result__why"><h2>{text.result().why}</h2>{reason}{note}</section> }.into_any()
    })
}
