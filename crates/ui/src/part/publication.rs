//! When the data were published, and whether they are made up.

use super::contacts::named;
use super::notice::Notice;
use crate::api::{self, ApiFault, Freshness};
use crate::browser::clock;
use crate::session::text;
use crate::text::publication;
use crate::tone::Tone;
use domain::Moment;
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
        Some(Ok(index)) => view! { {stale(index)}{published(index)}{whom_to_ask(index)} }.into_any(),
        Some(Err(ApiFault::Missing)) => notice(text().publication().none),
        Some(Err(ApiFault::Foreign)) => notice(text().publication().foreign),
        Some(Err(ApiFault::Older)) => notice(text().publication().older),
        _ => ().into_any(),
    }
}

fn whom_to_ask(index: &Index) -> Option<AnyView> {
    let ask = text().publication().ask;
    (!index.contacts.is_empty()).then(|| {
        view! { <section class="section"><h2>{ask}</h2>{named(&index.contacts)}</section> }.into_any()
    })
}

fn notice(says: impl IntoView + 'static) -> AnyView {
    view! { <Notice tone=Tone::Wait>{says}</Notice> }.into_any()
}

/// That the data are old, where they are: to be read before what they say.
pub fn stale(index: &Index) -> Option<AnyView> {
    let text = text();
    let published = Moment::parse(&index.published_at).ok();
    let date = published.map(|at| ::words::date::date(text.language, at.date)).unwrap_or_default();
    let is_old = clock::in_jakarta()? > Moment::parse(&index.fresh_until).ok()?;
    is_old.then(|| notice(publication::old(text.language, &date)))
}

/// The line of a publication that has been read.
pub fn published(index: &Index) -> AnyView {
    let text = text();
    let example =
        index.example.then(|| view! { <Notice tone=Tone::Plain>{text.publication().example}</Notice> });
    let (date, time) = match Moment::parse(&index.published_at) {
        Ok(at) => (::words::date::date(text.language, at.date), ::words::date::time(text.language, at.time)),
        Err(_) => Default::default(),
    };
    let line = publication::line(text.language, &date, &time, index.programme.tahap);
    view! { {example}<p class="publication">{line}</p> }.into_any()
}
