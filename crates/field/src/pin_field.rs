//! A field for a PIN.

use leptos::prelude::*;
use phone::pin;
use ui::part::field::{Binding, TextField};

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
