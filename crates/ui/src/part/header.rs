//! The head of every page: where one is, and the other language.

use super::icon::{Icon, icon};
use super::live::drawn;
use crate::browser;
use crate::route::{Address, Route};
use crate::session::session;
use leptos::prelude::*;

/// The id of the content, where the skip link leads.
pub const CONTENT: &str = "isi";

/// Brand and language switch over the *gigi balang*, the teeth under the eaves of a Betawi house.
#[component]
pub fn Header() -> impl IntoView {
    let session = session();
    drawn(move |text| {
        let skip = |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::page::focus(CONTENT);
        };
        let other = text.language.other().code();
        view! {
            <a class="skip" href=["#", CONTENT].concat() on:click=skip>{text.common().skip}</a>
            <header class="header">
                <div class="header__bar">
                    <a class="header__brand" href=Route::Home.href()>{icon(Icon::Mark, "header__mark")}{text.common().name}</a>
                    <button type="button" class="header__language" lang=other on:click=move |_| session.switch_language()>
                        {text.common().switch_language}
                    </button>
                </div>
                <div class="balang" aria-hidden="true"></div>
            </header>
        }
        .into_any()
    })
}
