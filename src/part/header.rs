//! The head of every page: where one is, and the other language.

use super::icon::{Icon, icon};
use crate::browser;
use crate::route::Route;
use crate::session::{session, text, text_now};
use leptos::prelude::*;

/// The id of the content, where the skip link leads.
pub const CONTENT: &str = "isi";

/// Brand and language switch over the *gigi balang*, the teeth under the eaves of a Betawi house.
#[component]
pub fn Header() -> impl IntoView {
    let session = session();
    let other = move || session.language.get().other().code();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::page::focus(CONTENT);
    };
    view! {
        <a class="skip" href=["#", CONTENT].concat() on:click=skip>{move || text().common.skip}</a>
        <header class="header">
            <div class="header__bar">
                <a class="header__brand" href=Route::Home.href()>{icon(Icon::Mark, "header__mark")}{text_now().common.name}</a>
                <button type="button" class="header__language" lang=other on:click=move |_| session.switch_language()>
                    {move || text().common.switch_language}
                </button>
            </div>
            <div class="balang" aria-hidden="true"></div>
        </header>
    }
    .into_any()
}
