//! `/rt/kemajuan`: how far each RT of an RW has come.

use crate::part::screen::Screen;
use crate::text::Text;
use leptos::prelude::*;

/// The page.
pub fn progress(text: &'static Text) -> AnyView {
    view! { <Screen title=text.rt().progress>{()}</Screen> }.into_any()
}
