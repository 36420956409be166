//! The foot of every page.

use super::live::drawn;
use crate::route::{Address, Route};
use leptos::prelude::*;

/// Leads to what is stored where.
#[component]
pub fn Footer() -> impl IntoView {
    drawn(|text| {
        view! {
            <footer class="footer">
                <div class="footer__line">
                    <a class="link" href=Route::Home.href()>{text.common().home}</a>
                    <a class="link" href=Route::About.href()>{text.common().about}</a>
                </div>
            </footer>
        }
        .into_any()
    })
}
