//! What is too long to be drawn at once: in steps with a button under them, or not before somebody looks.
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

/// What is folded up under its title. It is drawn when it is opened first.
pub(super) fn fold(
    title: AnyView,
    open: bool,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let opened = RwSignal::new(open);
    let look = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    view! {
        <details class="fold" open=open on:toggle=look>
            <summary class="fold__summary">{title}</summary>
            {watched_if(move || opened.get().then(&draw))}
        </details>
    }
    .into_any()
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
