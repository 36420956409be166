//! The letter as it is printed: one sheet of A4, in Indonesian.

use super::draft::{Letter, Person};
use crate::text::surat_kuasa as words;
use ::words::Language;
use leptos::prelude::*;
use ui::browser::clock;

/// A power of attorney.
#[component]
pub(super) fn Sheet(letter: Letter) -> impl IntoView {
    let Letter { principal, proxy, relation, reason, place } = letter;
    // What is not known is written by hand, also the day: a letter without a place is filled in later.
    let today = if place.is_empty() { None } else { clock::today() };
    let signed_on = today.map(|today| ::words::date::date(Language::Indonesian, today)).unwrap_or_default();
    view! {
        <article class="letter" lang="id">
            <div class="balang letter__balang" aria-hidden="true"></div>
            <h2 class="letter__title">{words::TITLE}<small class="letter__subtitle">{words::SUBTITLE}</small></h2>
            <p>{words::SIGNED_BELOW}</p>
            {person(&principal, None)}
            <p>{words::CALLED}<b>{words::PRINCIPAL}</b>{words::HEREBY}</p>
            {person(&proxy, Some(relation))}
            <p>{words::CALLED}<b>{words::PROXY}</b>"."</p>
            <p class="letter__special">{words::ESPECIALLY}</p>
            <p>{words::ERRAND}</p>
            <p class="letter__reason"><span>{words::BECAUSE}</span>{written(reason)}</p>
            <p>{words::LIMITS}</p>
            <p>{words::CLOSING}</p>
            <p class="letter__place">{written(place)}", "{written(signed_on)}</p>
            <div class="letter__signatures">
                {signature(words::PROXY, None, proxy.name)}
                {signature(words::PRINCIPAL, Some(words::METERAI), principal.name)}
            </div>
            <p class="letter__enclosed">{words::ENCLOSED}</p>
        </article>
    }
    .into_any()
}

fn person(person: &Person, relation: Option<String>) -> AnyView {
    let nik = person.nik.map(|nik| nik.digits().grouped()).unwrap_or_default();
    let rows = [
        (words::NAME, Some(person.name.clone())),
        (words::NIK, Some(nik)),
        (words::ADDRESS, Some(person.address.clone())),
        (words::RELATION, relation),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <dt>{name}</dt><dd>{written(value?)}</dd> }))
        .collect();
    view! { <dl class="letter__person">{rows}</dl> }.into_any()
}

fn signature(who: &'static str, stamp: Option<&'static str>, name: String) -> AnyView {
    let stamp = stamp.map(|stamp| view! { <span class="letter__stamp">{stamp}</span> });
    view! {
        <div class="letter__signature">
            <p>{who}</p>
            <div class="letter__space">{stamp}</div>
            <p class="letter__name">{written(name)}</p>
        </div>
    }
    .into_any()
}

/// A value, or a line to write it on.
fn written(value: String) -> AnyView {
    if value.is_empty() { view! { <span class="letter__line"></span> }.into_any() } else { value.into_any() }
}
