//! A long list, drawn a slice at a time as one scrolls: a cheap phone draws what is seen.

use super::live::watched;
use crate::browser::sight;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// How many things are drawn at once: more than a screen holds, and less than one feels.
const SLICE: usize = 24;

/// Draws one of the things, by its place.
pub type Draw = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The items of a list of so many things.
pub fn slices(count: usize, draw: Draw) -> AnyView {
    slice(0, count, draw)
}

fn slice(from: usize, count: usize, draw: Draw) -> AnyView {
    let to = count.min(from + SLICE);
    let items: Vec<AnyView> = (from..to).map(|place| draw(place)).collect();
    if to == count {
        return items.into_any();
    }
    let near = RwSignal::new(false);
    let rest = watched(move || if near.get() { slice(to, count, draw.clone()) } else { border(near) });
    view! { {items}{rest} }.into_any()
}

/// Where the drawn part ends; says so when it comes near the screen.
fn border(near: RwSignal<bool>) -> AnyView {
    let end = NodeRef::<html::Li>::new();
    end.on_load(move |element| sight::when_near(&element, move || near.set(true)));
    view! { <li class="border" aria-hidden="true" node_ref=end></li> }.into_any()
}
