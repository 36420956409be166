//! The page itself: its title, its language, what has the focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Names the page in the tab, in history and to screen readers.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Says which language the page is in: `id` or `en`.
pub fn set_language(code: &str) {
    if let Some(root) = document().document_element() {
        root.set_attribute("lang", code).ok();
    }
}

/// Moves the focus to the element with this id, unfolding what it lies in and scrolling it into view.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        if let Ok(Some(folded)) = element.closest("details") {
            folded.set_attribute("open", "").ok();
        }
        element.focus().ok();
    }
}

/// Whether the element with this id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Begins a screen: its top in view, its heading in focus, so that a screen reader says where one has come to.
pub fn begin() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        heading.focus_with_options(&options).ok();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    window().print().ok();
}

/// Marks the whole page with a class until the part that asked is gone: for a screen whose head and foot differ too.
pub fn mark(class: &'static str) {
    let root = document().document_element().map(|root| root.class_list());
    if let Some(classes) = &root {
        classes.add_1(class).ok();
    }
    on_cleanup(move || {
        if let Some(classes) = document().document_element().map(|root| root.class_list()) {
            classes.remove_1(class).ok();
        }
    });
}

/// Loads the page anew: nothing of it stays in memory.
pub fn reload() {
    window().location().reload().ok();
}

/// Whether somebody can see the page.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Loads the page at an address, as the browser does with a link.
pub fn load(href: &str) {
    window().location().assign(href).ok();
}

/// Whether the page is shown by the browser inside another app, by what such browsers say of themselves.
pub fn is_inside_app() -> bool {
    let agent = window().navigator().user_agent().unwrap_or_default();
    ["FBAN", "FBAV", "Instagram", "Telegram", "Line/", "; wv)"].iter().any(|mark| agent.contains(mark))
}
