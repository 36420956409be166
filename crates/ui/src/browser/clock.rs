//! Time, as the device has it.

use domain::{Date, Moment};
use futures::channel::oneshot::channel;
use leptos::leptos_dom::helpers::{set_interval_with_handle, set_timeout};
use leptos::prelude::on_cleanup;
use std::time::Duration;

/// Today in Jakarta. `None` if the clock of the device shows what no calendar has.
pub fn today() -> Option<Date> {
    day_at(now())
}

/// The day in Jakarta at a moment in milliseconds like [`now`].
pub fn day_at(moment: f64) -> Option<Date> {
    at_in_jakarta(moment).map(|at| at.date)
}

/// This moment in Jakarta, whatever zone the device is set to.
pub fn in_jakarta() -> Option<Moment> {
    at_in_jakarta(now())
}

fn at_in_jakarta(moment: f64) -> Option<Moment> {
    #[expect(clippy::as_conversions, reason = "whole minutes of a clock")]
    let minutes = (moment / 60_000.0).floor() as i64;
    Moment::in_jakarta(minutes)
}

/// Does `work` once, after so many milliseconds.
pub fn after(milliseconds: u64, work: impl FnOnce() + 'static) {
    set_timeout(work, Duration::from_millis(milliseconds));
}

/// Lets the browser draw, and hear what its user does.
pub async fn breath() {
    pause(0).await;
}

/// Lets so many milliseconds pass.
pub async fn pause(milliseconds: u64) {
    let (sender, passed) = channel();
    after(milliseconds, move || {
        sender.send(()).ok();
    });
    passed.await.ok();
}

/// Milliseconds since some moment in the past.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Does `work` every so many milliseconds until the page that asked is gone.
pub fn every(milliseconds: u64, work: impl Fn() + 'static) {
    if let Ok(interval) = set_interval_with_handle(work, Duration::from_millis(milliseconds)) {
        on_cleanup(move || interval.clear());
    }
}
