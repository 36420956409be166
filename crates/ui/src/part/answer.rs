//! The answer that a page was opened for, and the one thing to do next.

use super::icon::{Icon, icon};
use super::screen::Heading;
use crate::session::text_now;
use crate::tone::Tone;
use leptos::prelude::*;

/// The answer as the heading of the screen, in the colour of its state.
#[component]
pub fn Answer(tone: Tone, #[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <section class=["answer ", tone.class()].concat()>
            {icon(Icon::of(tone), "answer__icon")}
            <div class="answer__text"><Heading title/>{children()}</div>
        </section>
    }
    .into_any()
}

/// What to do next.
#[component]
pub fn NextStep(#[prop(into)] title: String, children: Children) -> impl IntoView {
    view! {
        <section class="next-step">
            <h2 class="next-step__label">{text_now().common().next_step}</h2>
            <p class="next-step__title">{title}</p>
            {children()}
        </section>
    }
    .into_any()
}
