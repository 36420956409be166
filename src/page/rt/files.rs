//! `/rt/berkas`: lists from and for spreadsheets.

use crate::part::screen::Screen;
use crate::text::Text;
use leptos::prelude::*;

/// The page.
pub fn files(text: &'static Text) -> AnyView {
    view! { <Screen title=text.rt().files>{()}</Screen> }.into_any()
}
