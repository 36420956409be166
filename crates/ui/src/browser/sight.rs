//! What is on the screen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Does `work` when an element comes near the screen, unless its page is gone before.
pub fn when_near(element: &Element, work: impl Fn() + 'static) {
    let noticed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let mut entries =
            entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
        if entries.any(|entry| entry.is_intersecting()) {
            work();
        }
    });
    let options = IntersectionObserverInit::new();
    // About a screen ahead of the thumb.
    options.set_root_margin("600px");
    let callback = noticed.as_ref().unchecked_ref();
    if let Ok(observer) = IntersectionObserver::new_with_options(callback, &options) {
        observer.observe(element);
        let watch = StoredValue::new_local((observer, noticed));
        on_cleanup(move || {
            watch.with_value(|(observer, _)| observer.disconnect());
        });
    }
}
