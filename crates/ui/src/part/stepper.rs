//! How far one has come.

use crate::session::text_now;
use crate::text::common::progress;
use leptos::prelude::*;

/// `2 dari 6`, with a bar that shows the same.
#[component]
pub fn Stepper(done: usize, all: usize) -> impl IntoView {
    view! {
        <p class="stepper">
            {progress(text_now().language, done, all)}
            <progress class="stepper__bar" aria-hidden="true" value=done max=all></progress>
        </p>
    }
    .into_any()
}
