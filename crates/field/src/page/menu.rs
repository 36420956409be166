//! The ways from the list of families to everything else.

use crate::field_session::field_session;
use crate::route::{Address, RtRoute};
use crate::text::Tables;
use leptos::prelude::*;
use ui::part::live::watched;
use ui::text::Text;

/// A link to every other page of this part.
pub fn menu(text: &'static Text) -> AnyView {
    let words = text.rt();
    let of_rw =
        Memo::new(move |_| field_session().with(|register| register.enrolment.rt.is_none()) == Some(true));
    let item = |to: RtRoute, label: &'static str| {
        view! { <li><a class="menu__link" href=to.href()>{label}</a></li> }
    };
    let progress = watched(move || of_rw.get().then(|| item(RtRoute::Progress, words.progress)).into_any());
    view! {
        <nav class="menu" aria-label=words.menu>
            <ul class="menu__list">
                {progress}
                {item(RtRoute::Invitations, words.invitations)}
                {item(RtRoute::Receipt, words.receipt)}
                {item(RtRoute::Files, words.files)}
                {item(RtRoute::ThisPhone, words.this_phone)}
            </ul>
        </nav>
    }
    .into_any()
}
