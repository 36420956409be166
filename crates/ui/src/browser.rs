//! The only door to the browser: nothing outside this module names web-sys or js-sys.

pub mod abort;
pub mod barcode;
pub mod bytes;
pub mod cache;
pub mod camera;
pub mod clock;
pub mod durable;
pub mod edit;
pub mod file;
pub mod history;
pub mod intl;
pub mod keys;
pub mod maps;
pub mod network;
pub mod page;
pub mod persistence;
pub mod position;
pub mod program;
pub mod random;
pub mod release;
pub mod service;
pub mod share;
pub mod sight;
pub mod storage;
pub mod subtle;
pub mod tabs;
pub mod thread;
pub mod writer;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Shows the app in the place that the page keeps for it.
pub fn mount<V: IntoView + 'static>(app: impl FnOnce() -> V + 'static) {
    let place = document().get_element_by_id("app").and_then(|place| place.dyn_into().ok());
    if let Some(place) = place {
        let place: web_sys::HtmlElement = place;
        leptos::mount::mount_to(place, app).forget();
    }
}
