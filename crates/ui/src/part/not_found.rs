//! Where there is nothing.

use crate::part::button::ButtonLink;
use crate::part::live::drawn;
use crate::part::screen::Screen;
use crate::route::Route;
use leptos::prelude::*;

/// Says so, and leads home.
#[component]
pub fn NotFound() -> impl IntoView {
    drawn(|text| {
        let common = text.common();
        view! {
            <Screen title=common.not_found lead=common.not_found_why>
                <ButtonLink label=common.home to=Route::Home/>
            </Screen>
        }
        .into_any()
    })
}
