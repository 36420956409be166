//! A list that is too long to be drawn at once on a cheap phone.

use super::live::watched_if;
use crate::browser::clock;
use leptos::prelude::*;

/// So many items are drawn before the phone may answer its owner.
const AT_ONCE: usize = 8;

/// Draws `items` some at a time; the second value says whether all of them are there.
pub fn gradual<T: Clone + Send + 'static>(items: &[T], draw: fn(&T) -> AnyView) -> (AnyView, Signal<bool>) {
    let drawn = RwSignal::new(0);
    let count = items.chunks(AT_ONCE).count();
    let groups: Vec<_> = items
        .chunks(AT_ONCE)
        .enumerate()
        .map(|(index, group)| {
            let group = group.to_vec();
            let due = Memo::new(move |_| index <= drawn.get());
            watched_if(move || due.get().then(|| group.iter().map(draw).collect_view().into_any()))
        })
        .collect();
    go_on(drawn, count);
    (groups.into_any(), Signal::derive(move || count <= drawn.get()))
}

/// Draws one group after the other, as long as the page is open.
fn go_on(drawn: RwSignal<usize>, count: usize) {
    clock::after(0, move || {
        let more = drawn.try_update(|drawn| {
            *drawn += 1;
            *drawn < count
        });
        if more == Some(true) {
            go_on(drawn, count);
        }
    });
}
