//! `/`: three doors, and what else helps.

use crate::parts;
use crate::text::Tables;
use leptos::prelude::*;
use ui::part::door::Door;
use ui::part::icon::Icon;
use ui::part::live::{drawn, watched};
use ui::part::screen::Heading;
use ui::part_loading::{PartLoading, Stage};
use ui::route::Route;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    drawn(|text| {
        let home = text.home();
        view! {
            <div class="home">
                <header class="home__head">
                    <Heading title=home.title/>
                    <p class="screen__lead">{home.lead}</p>
                </header>
                <nav class="home__doors home__doors--main" aria-label=text.common().services>
                    <Door to=Route::Check title=home.check hint=home.check_hint drawing=Icon::Search/>
                    <Door to=Route::Points title=home.points hint=home.points_hint drawing=Icon::Pin/>
                    <Door to=Route::Rt title=home.rt hint=home.rt_hint drawing=Icon::House/>
                </nav>
                <h2>{text.common().more_help}</h2>
                <nav class="home__doors" aria-label=text.common().more_help>
                    <Door to=Route::Rules title=home.rules hint=home.rules_hint/>
                    <Door to=Route::Documents(None) title=home.documents hint=home.documents_hint/>
                    <Door to=Route::About title=home.about hint=home.about_hint/>
                </nav>
                <p class="publication">{home.operator}</p>
                {publication()}
            </div>
        }
        .into_any()
    })
}

/// When the data were published. Where the part does not come the line stays away: nothing on the page depends on it.
fn publication() -> AnyView {
    let loading = PartLoading::of(&parts::PUBLICATION);
    loading.load();
    watched(move || match loading.stage() {
        Stage::Ready(draw) => draw(),
        _ => ().into_any(),
    })
}
