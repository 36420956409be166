//! A QR code, drawn as one shape.

use leptos::prelude::*;

/// The code of a text, which `label` names for those who do not see it; `None` for a text that no code can hold.
pub fn qr(text: &str, label: &'static str) -> Option<AnyView> {
    let ::qr::Shape { view_box, path } = ::qr::Shape::of(text)?;
    Some(
        view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label>
                <path class="qr__dark" shape-rendering="crispEdges" d=path></path>
            </svg>
        }
        .into_any(),
    )
}
