//! For heads of RT and RW.
#![allow(unreachable_pub, reason = "a program exports nothing: `pub` says that other modules use it")]

mod drop_box;
mod field_session;
mod import;
mod offline;
mod page;
mod parts;
mod pin_field;
mod qr;
mod route;
mod sealing;
mod shared;
mod sheets;
mod store;
mod text;
mod why;

use leptos::prelude::*;
use route::RtRoute;

fn main() {
    let provide = || {
        field_session::FieldSession::provide();
        shared::Shared::provide();
    };
    ui::frame::start(provide, |place: RtRoute| Some(view! { <page::Rt place/> }.into_any()));
}
