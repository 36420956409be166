//! What is said of a family whose list has arrived, as long as the office says nothing of it as it is now.

use crate::text::Tables;
use crate::text::fate;
use domain::Moment;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::api::{self, Freshness};
use ui::browser::clock;
use ui::part::live::watched_if;
use ui::text::Text;

/// That it was received, and by when the data are published again. Without a signal, or where they are late already, nothing is
/// said of a day.
pub fn received(text: &'static Text) -> AnyView {
    let by = RwSignal::new(None);
    spawn_local(async move {
        let Ok(index) = api::index(Freshness::Usual).await else { return };
        let until = Moment::parse(&index.fresh_until).ok();
        let is_to_come = |until: &Moment| clock::in_jakarta().is_some_and(|now| now <= *until);
        by.try_set(until.filter(is_to_come).map(|until| until.date));
    });
    let expected = watched_if(move || {
        let date = ::words::date::date(text.language, by.get()?);
        Some(view! { <p>{fate::expected(text.language, &date)}</p> }.into_any())
    });
    view! { <p>{text.fate().received}</p>{expected} }.into_any()
}
