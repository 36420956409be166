//! A field for a registration code.

use super::digits::grouped_field;
use super::grouped::Shape;
use super::{Binding, Label};
use leptos::prelude::*;

/// The code on the receipt of the RT, `XXXX-XXXX-XXXX-XXXX-C`. The binding holds its symbols without dashes.
#[component]
pub fn CodeField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Binding,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    grouped_field(Shape::CODE, "text", Label { id, label, hint, error }, value, Signal::default())
}
