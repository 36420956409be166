//! A button under what is too long to be shown at once.

use crate::text::Tables;
use leptos::prelude::*;
use ui::part::button::{Button, Weight};
use ui::part::live::watched_if;
use ui::text::Text;

/// So many are added each time.
const STEP: usize = 50;

/// Shows more of what is long.
pub(super) fn more(text: &'static Text, shown: RwSignal<usize>, count: usize) -> AnyView {
    watched_if(move || {
        let press = move |()| shown.update(|shown| *shown += STEP);
        (shown.get() < count)
            .then(|| view! { <Button label=text.files().more weight=Weight::Quiet press/> }.into_any())
    })
}
