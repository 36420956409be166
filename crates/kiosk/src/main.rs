//! The counter in the kelurahan office.
#![allow(unreachable_pub, reason = "a program exports nothing: `pub` says that other modules use it")]

mod counter;
mod keypad;
mod parts;
mod text;

use leptos::prelude::*;
use ui::route::Route;

fn main() {
    ui::frame::start(
        || (),
        |route| match route {
            Route::Kiosk => Some(view! { <counter::Kiosk/> }.into_any()),
            _ => None,
        },
    );
}
