//! A screen: its heading, a sentence on what it is for, and what it holds.

use crate::browser;
use crate::session::{session, text_now};
use leptos::prelude::*;

/// Heading and body of a screen. On a wide display the heading stands beside the body.
#[component]
pub fn Screen(
    /// The heading, also the title of the page.
    #[prop(into)]
    title: String,
    /// One or two sentences under it.
    #[prop(optional, into)]
    lead: String,
    children: Children,
) -> impl IntoView {
    let lead = (!lead.is_empty()).then(|| view! { <p class="screen__lead">{lead}</p> });
    view! {
        <div class="screen">
            <header class="screen__head"><Heading title/>{lead}</header>
            <div class="screen__body">{children()}</div>
        </div>
    }
    .into_any()
}

/// The one `h1` of a screen. It names the page, and where it opens another screen it takes the focus.
#[component]
pub fn Heading(#[prop(into)] title: String) -> impl IntoView {
    let session = session();
    let page_title = [title.as_str(), " · ", text_now().common().name].concat();
    Effect::new(move || {
        browser::page::set_title(&page_title);
        if session.is_new_screen() {
            browser::page::begin();
        }
    });
    view! { <h1 tabindex="-1">{title}</h1> }.into_any()
}
