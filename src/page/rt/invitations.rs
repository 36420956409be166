//! `/rt/undangan`: the ledger of invitations.

use crate::part::screen::Screen;
use crate::text::Text;
use leptos::prelude::*;

/// The page.
pub fn invitations(text: &'static Text) -> AnyView {
    view! { <Screen title=text.rt().invitations>{()}</Screen> }.into_any()
}
