//! A state in one word.

use super::icon::icon;
use super::tone::Tone;
use leptos::prelude::*;

/// Word, colour and icon of a state.
#[component]
pub fn Pill(tone: Tone, #[prop(into)] label: String) -> impl IntoView {
    view! { <span class=["pill ", tone.class()].concat()>{icon(tone.icon(), "pill__icon")}{label}</span> }
        .into_any()
}
