//! Time, as the device has it.

use domain::Date;
use futures::channel::oneshot::channel;
use leptos::leptos_dom::helpers::{set_interval_with_handle, set_timeout};
use leptos::prelude::on_cleanup;
use std::time::Duration;

/// Today where the device is. `None` if its clock shows what no calendar has.
pub fn today() -> Option<Date> {
    day_at(now())
}

/// The day where the device is, at a moment in milliseconds like [`now`].
pub fn day_at(moment: f64) -> Option<Date> {
    let at = js_sys::Date::new(&moment.into());
    let small = |n: u32| u8::try_from(n).ok();
    Date::new(i32::try_from(at.get_full_year()).ok()?, small(at.get_month() + 1)?, small(at.get_date())?).ok()
}

/// The moment in Jakarta as publications write it, `2021-03-12T06:00`, if the clock of the device is right.
pub fn in_jakarta() -> String {
    let ahead = js_sys::Date::new(&(now() + 7.0 * 3_600_000.0).into());
    let text: String = ahead.to_iso_string().into();
    text.chars().take("2021-03-12T06:00".len()).collect()
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
