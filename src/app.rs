//! The app: a head, a page, a foot.

use crate::desk::Desk;
use crate::page::{about, check, documents, home, kiosk, not_found, points, rt, rules};
use crate::part::footer::Footer;
use crate::part::header::{CONTENT, Header};
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::open();
    Desk::provide();
    view! {
        <Header/>
        <main class="page" id=CONTENT tabindex="-1">{move || page(session.route.get())}</main>
        <Footer/>
    }
}

/// The page at a route.
fn page(route: Option<Route>) -> AnyView {
    match route {
        Some(Route::Home) => view! { <home::Home/> }.into_any(),
        Some(Route::Check) => view! { <check::Check/> }.into_any(),
        Some(Route::Points) => view! { <points::Points/> }.into_any(),
        Some(Route::Rules) => view! { <rules::Rules/> }.into_any(),
        Some(Route::Documents(visitor)) => view! { <documents::Documents visitor/> }.into_any(),
        Some(Route::SuratKuasa) => view! { <documents::surat_kuasa::SuratKuasa/> }.into_any(),
        Some(Route::About) => view! { <about::About/> }.into_any(),
        Some(Route::Kiosk) => view! { <kiosk::Kiosk/> }.into_any(),
        Some(Route::Rt(place)) => view! { <rt::Rt place/> }.into_any(),
        None => view! { <not_found::NotFound/> }.into_any(),
    }
}
