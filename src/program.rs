//! The four programs. Each links its own pages only; a page of another is opened by loading its program.

use crate::app::start;
use crate::desk::Desk;
use crate::page::{about, check, documents, home, kiosk, not_found, points, rt, rules};
use crate::route::Route;
use leptos::prelude::*;

/// A part of the app that is downloaded by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// What most people come for: status and pickup points.
    Portal,
    /// To be read: the rules, the documents, what is stored where.
    Guide,
    /// For heads of RT and RW.
    Field,
    /// The counter in the kelurahan office.
    Kiosk,
}

impl Program {
    /// Its name in `public/boot.js`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Guide => "guide",
            Self::Field => "field",
            Self::Kiosk => "kiosk",
        }
    }
}

/// Status and pickup points.
pub fn portal() {
    start(
        Program::Portal,
        || (),
        |route| match route {
            Route::Home => view! { <home::Home/> }.into_any(),
            Route::Check => view! { <check::Check/> }.into_any(),
            Route::Points => view! { <points::Points/> }.into_any(),
            _ => view! { <not_found::NotFound/> }.into_any(),
        },
    );
}

/// The rules, the documents, what is stored where.
pub fn guide() {
    start(
        Program::Guide,
        || (),
        |route| match route {
            Route::Rules => view! { <rules::Rules/> }.into_any(),
            Route::Documents(visitor) => view! { <documents::Documents visitor/> }.into_any(),
            Route::SuratKuasa => view! { <documents::surat_kuasa::SuratKuasa/> }.into_any(),
            Route::About => view! { <about::About/> }.into_any(),
            _ => view! { <not_found::NotFound/> }.into_any(),
        },
    );
}

/// For heads of RT and RW.
pub fn field() {
    start(Program::Field, Desk::provide, |route| match route {
        Route::Rt(place) => view! { <rt::Rt place/> }.into_any(),
        _ => view! { <not_found::NotFound/> }.into_any(),
    });
}

/// The counter in the kelurahan office.
pub fn kiosk() {
    start(Program::Kiosk, || (), |_| view! { <kiosk::Kiosk/> }.into_any());
}
