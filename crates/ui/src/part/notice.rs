//! A short message that stands out.

use super::icon::{Icon, icon};
use crate::tone::Tone;
use leptos::prelude::*;

/// A message with the icon of its tone. One that appears while the page is open is announced: `live`.
#[component]
pub fn Notice(tone: Tone, #[prop(optional)] live: bool, children: Children) -> impl IntoView {
    view! {
        <div class=["notice ", tone.class()].concat() role=live.then_some("status")>
            {icon(Icon::of(tone), "notice__icon")}
            <div class="notice__text">{children()}</div>
        </div>
    }
    .into_any()
}
