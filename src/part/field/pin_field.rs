//! A field for a PIN.

use super::{Binding, TextField};
use leptos::prelude::*;
use phone::pin;

/// Six digits that nobody sees, with a numeric keypad.
#[component]
pub fn PinField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let limit = pin::LENGTH.to_string();
    view! { <TextField id label hint value error kind="password" keypad="numeric" limit/> }
}
