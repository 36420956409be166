//! What happened, in order.

use crate::tone::Tone;
use leptos::prelude::*;

/// Something that happened, or is still to come.
pub struct Step {
    /// What.
    pub title: String,
    /// When, and what there is to say of it.
    pub detail: String,
    /// Its state; `None`: still to come.
    pub tone: Option<Tone>,
}

/// The way of a family.
#[component]
pub fn Timeline(steps: Vec<Step>) -> impl IntoView {
    let steps: Vec<_> = steps
        .into_iter()
        .map(|Step { title, detail, tone }| {
            let class = ["timeline__step ", tone.map_or("timeline__step--ahead", Tone::class)].concat();
            view! { <li class=class><b class="timeline__title">{title}</b><span class="timeline__detail">{detail}</span></li> }
        })
        .collect();
    view! { <ol class="timeline">{steps}</ol> }.into_any()
}
