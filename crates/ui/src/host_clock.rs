//! The clock of the host, for phones whose own is wrong.

use crate::browser::clock;
use domain::Date;
use leptos::prelude::*;

thread_local! {
    /// How many milliseconds the host is ahead of the phone; 0 where both show about the same.
    static AHEAD_MS: ArcRwSignal<f64> = ArcRwSignal::new(0.0);
}

/// Less than a day is the way of an answer, or another zone.
const TOLERATED_MS: f64 = 86_400_000.0;

/// Hears the `Date` of an answer that came over the network, from no cache.
pub fn hear(date: Option<String>) {
    let said = date.map(|date| js_sys::Date::parse(&date));
    let Some(said) = said.filter(|said| said.is_finite()) else { return };
    let ahead = said - clock::now();
    let ahead = if ahead.abs() > TOLERATED_MS { ahead } else { 0.0 };
    AHEAD_MS.with(|known| known.set(ahead));
}

/// Today by the clock of the host, followed; `None` while the phone's is as good.
pub fn other_day() -> Option<Date> {
    let ahead = AHEAD_MS.with(ArcRwSignal::get);
    (ahead != 0.0).then(|| clock::day_at(clock::now() + ahead)).flatten()
}
