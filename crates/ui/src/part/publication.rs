//! When the data were published, and whether they are made up.

use super::notice::Notice;
use crate::api::{self, ApiFault, Freshness};
use crate::session::text;
use crate::text::{Language, publication};
use crate::tone::Tone;
use domain::{Date, TimeOfDay};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::Index;

/// The line, fetched by itself. Without signal it stays away: nothing on the page depends on it.
#[component]
pub fn Publication() -> impl IntoView {
    let index = RwSignal::new(None);
    spawn_local(async move {
        let read = api::index(Freshness::Usual).await;
        index.try_set(Some(read));
    });
    move || match &*index.read() {
        Some(Ok(index)) => published(index),
        Some(Err(ApiFault::Missing)) => {
            view! { <Notice tone=Tone::Wait>{text().publication().none}</Notice> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// The line of a publication that has been read.
pub fn published(index: &Index) -> AnyView {
    let text = text();
    let example =
        index.example.then(|| view! { <Notice tone=Tone::Plain>{text.publication().example}</Notice> });
    view! { {example}<p class="publication">{line(text.language, index)}</p> }.into_any()
}

fn line(language: Language, index: &Index) -> Option<String> {
    let (date, time) = index.published_at.split_once('T')?;
    let (date, time) = (Date::parse(date).ok()?, TimeOfDay::parse(time).ok()?);
    Some(publication::line(
        language,
        &::words::date::date(language, date),
        &::words::date::time(language, time),
        index.programme.tahap,
    ))
}
