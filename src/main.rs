//! Tepat for residents: the portal of Jakarta's cash aid.
#![allow(unreachable_pub, reason = "a program exports nothing: `pub` says that other modules use it")]

mod about;
mod answer;
mod check;
mod documents;
mod home;
mod parts;
mod points;
mod rules;
mod text;

use leptos::prelude::*;
use ui::part_loading::loaded;
use ui::route::Route;

fn main() {
    ui::frame::start(
        || (),
        |route| {
            let part = match route {
                Route::Home => return Some(view! { <home::Home/> }.into_any()),
                Route::Check => {
                    let page = view! { <check::Check by=&parts::ANSWER scanned_by=&parts::SCANNER/> };
                    return Some(page.into_any());
                }
                Route::Points => &parts::POINTS,
                Route::Rules => &parts::RULES,
                Route::Documents(_) | Route::SuratKuasa => &parts::DOCUMENTS,
                Route::About => &parts::ABOUT,
                Route::Rt | Route::Kiosk => return None,
            };
            Some(loaded(part, move |draw| draw(route.clone())))
        },
    );
}
