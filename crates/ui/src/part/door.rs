//! A large card that leads somewhere.

use super::icon::{Icon, icon};
use crate::route::Href;
use leptos::prelude::*;

/// A link with a title, a hint and mostly a drawing.
#[component]
pub fn Door(
    #[prop(into)] to: Href,
    title: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(optional)] drawing: Option<Icon>,
) -> impl IntoView {
    let hint = (!hint.is_empty()).then(|| view! { <span class="door__hint">{hint}</span> });
    view! {
        <a class="door" href=String::from(to)>
            {drawing.map(|drawing| icon(drawing, "door__drawing"))}
            <span class="door__text"><b class="door__title">{title}</b>" "{hint}</span>
            {icon(Icon::Forward, "door__go")}
        </a>
    }
    .into_any()
}
