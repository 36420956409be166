//! What this phone keeps, who can see it, and how to take it off.

use crate::desk::{Phone, desk};
use crate::part::button::{Button, Weight};
use crate::part::confirm::Confirm;
use crate::part::notice::Notice;
use crate::part::tone::Tone;
use crate::session::text;
use crate::text::rt;
use leptos::prelude::*;
use wire::Enrolment;

/// The section under the list.
#[component]
pub fn ThisPhone() -> impl IntoView {
    let desk = desk();
    let around = Memo::new(move |_| match &*desk.phone.read() {
        Phone::Of(active) => (active.unreadable, active.others.clone()),
        Phone::Opening | Phone::Free => (0, Vec::new()),
    });
    move || {
        let text = text();
        let words = &text.rt;
        let (unreadable, others) = around.get();
        let unreadable = (unreadable > 0).then(|| {
            let sentence = rt::unreadable(text.language, unreadable);
            view! { <Notice tone=Tone::Wait><p>{sentence}</p></Notice> }
        });
        let switch = |other: Enrolment| {
            let label = rt::name(&other);
            let press = move |()| desk.link.set(Some(Ok(other.clone())));
            view! { <li><Button label weight=Weight::Quiet press/></li> }
        };
        let others = (!others.is_empty()).then(|| {
            let others: Vec<_> = others.into_iter().map(switch).collect();
            view! { <p>{words.others}</p><ul class="families">{others}</ul> }
        });
        view! {
            <section class="section">
                <h2>{words.this_phone}</h2>
                {unreadable}
                <p>{words.who_sees}</p>
                {others}
                <Confirm
                    label=words.wipe question=words.wipe_question sure=words.wipe_sure
                    press=move |()| desk.wipe()
                />
            </section>
        }
        .into_any()
    }
}
