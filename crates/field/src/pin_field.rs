//! A field for a PIN.

use leptos::prelude::*;
use phone::pin::{LENGTH, PinKind};
use ui::part::field::{Binding, TextField};

/// Six digits that nobody sees, with a numeric keypad; or words.
#[component]
pub fn PinField(
    kind: PinKind,
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let (keypad, limit) = match kind {
        PinKind::Digits => ("numeric", LENGTH.to_string()),
        PinKind::Words => ("text", WORDS_LIMIT.to_string()),
    };
    view! { <TextField id label hint value error kind="password" keypad limit/> }
}

/// Nobody types more letters.
const WORDS_LIMIT: usize = 200;
