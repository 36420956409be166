//! Actions that stay in reach at the lower edge.

use leptos::prelude::*;

/// Holds one or two buttons.
#[component]
pub fn Bar(children: Children) -> impl IntoView {
    view! { <div class="bar"><div class="bar__actions">{children()}</div></div> }.into_any()
}
