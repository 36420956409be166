//! A state in one word.

use super::icon::{Icon, icon};
use crate::tone::Tone;
use leptos::prelude::*;

/// Word, colour and icon of a state.
#[component]
pub fn Pill(tone: Tone, #[prop(into)] label: String) -> impl IntoView {
    view! { <span class=["pill ", tone.class()].concat()>{icon(Icon::of(tone), "pill__icon")}{label}</span> }
        .into_any()
}
