//! The programs. Each links its own pages only; a page of another is opened by loading its program.

use crate::app::start;
use crate::field_session::FieldSession;
use crate::import::Import;
use crate::page::check::draft::Draft;
use crate::page::{about, answer, check, documents, home, kiosk, points, rt, rules};
use crate::route::Route;
use leptos::prelude::*;

/// The doors, and the form of the look-up.
pub fn portal() {
    start(no_more, |route| match route {
        Route::Home => Some(view! { <home::Home/> }.into_any()),
        Route::Check => Some(view! { <check::Check/> }.into_any()),
        _ => None,
    });
}

/// The answer to what was `handed` over by the form, and the pickup points.
pub fn answer(handed: String) {
    let provide = move || provide_context(Draft::from_handed(&handed));
    start(provide, |route| match route {
        Route::Check => Some(view! { <answer::Answer handed=expect_context()/> }.into_any()),
        Route::Points => Some(view! { <points::Points/> }.into_any()),
        _ => None,
    });
}

/// The rules, the documents, what is stored where.
pub fn guide() {
    start(no_more, |route| match route {
        Route::Rules => Some(view! { <rules::Rules/> }.into_any()),
        Route::Documents(visitor) => Some(view! { <documents::Documents visitor/> }.into_any()),
        Route::SuratKuasa => Some(view! { <documents::surat_kuasa::SuratKuasa/> }.into_any()),
        Route::About => Some(view! { <about::About/> }.into_any()),
        _ => None,
    });
}

/// For heads of RT and RW.
pub fn field() {
    let provide = || {
        FieldSession::provide();
        Import::provide();
    };
    start(provide, |route| match route {
        Route::Rt(place) => Some(view! { <rt::Rt place/> }.into_any()),
        _ => None,
    });
}

/// The counter in the kelurahan office.
pub fn kiosk() {
    start(no_more, |route| match route {
        Route::Kiosk => Some(view! { <kiosk::Kiosk/> }.into_any()),
        _ => None,
    });
}

/// The pages of most programs share nothing but the session.
fn no_more() {}
