//! What is too long to be drawn at once, and a button under it.
//!
//! Not drawn while one scrolls: below it stands the button that takes the list in.

use crate::text::Tables;
use leptos::prelude::*;
use ui::part::button::{Button, Weight};
use ui::part::live::watched_if;
use ui::part::slices::Draw;
use ui::text::Text;

/// The first `step` items of a list of so many, and the button that draws as many more. What was drawn is not drawn again.
pub(super) fn by_steps(text: &'static Text, step: usize, count: usize, draw: Draw) -> (AnyView, AnyView) {
    let shown = RwSignal::new(step);
    let button = watched_if(move || {
        let press = move |()| shown.update(|shown| *shown += step);
        (shown.get() < count)
            .then(|| view! { <Button label=text.files().more weight=Weight::Quiet press/> }.into_any())
    });
    (items(0, step, count, shown, draw), button)
}

fn items(from: usize, step: usize, count: usize, shown: RwSignal<usize>, draw: Draw) -> AnyView {
    let to = count.min(from + step);
    let own: Vec<AnyView> = (from..to).map(|place| draw(place)).collect();
    if to == count {
        return own.into_any();
    }
    let is_due = Memo::new(move |_| shown.get() > to);
    let rest = watched_if(move || is_due.get().then(|| items(to, step, count, shown, draw.clone())));
    view! { {own}{rest} }.into_any()
}
