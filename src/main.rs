//! Tepat: the portal of Jakarta's cash aid.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    let Some(root) = document().get_element_by_id("app") else { return };
    leptos::mount::mount_to(root.unchecked_into(), || view! { <main><h1>"Tepat"</h1></main> }).forget();
}
