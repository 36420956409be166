//! Buttons. A screen has one filled button at most.

use crate::route::Href;
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// The one thing that the screen asks for.
    #[default]
    Filled,
    /// Beside it.
    Outlined,
    /// As quiet as a link.
    Quiet,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Filled => "button",
            Self::Outlined => "button button--outlined",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// Does something on this screen.
#[component]
pub fn Button(
    #[prop(into)] label: String,
    #[prop(optional)] weight: Weight,
    #[prop(into)] press: Callback<()>,
) -> impl IntoView {
    view! { <button type="button" class=weight.class() on:click=move |_| press.run(())>{label}</button> }
        .into_any()
}

/// Submits the form that it stands in.
#[component]
pub fn Submit(#[prop(into)] label: String) -> impl IntoView {
    view! { <button type="submit" class="button">{label}</button> }.into_any()
}

/// Leads to another page.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: String,
    #[prop(into)] to: Href,
    #[prop(optional)] weight: Weight,
) -> impl IntoView {
    view! { <a class=weight.class() href=String::from(to)>{label}</a> }.into_any()
}
