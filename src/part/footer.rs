//! The foot of every page.

use crate::route::Route;
use crate::session::text;
use leptos::prelude::*;

/// Leads to what is stored where.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <div class="footer__line">
                <a class="link" href=Route::Home.href()>{move || text().common.home}</a>
                <a class="link" href=Route::About.href()>{move || text().common.about}</a>
            </div>
        </footer>
    }
    .into_any()
}
