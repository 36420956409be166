//! Names and values.

use leptos::prelude::*;

/// A list of facts, the name before the value.
#[component]
pub fn Facts(rows: Vec<(&'static str, AnyView)>) -> impl IntoView {
    let rows: Vec<_> =
        rows.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> }).collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
