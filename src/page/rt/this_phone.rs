//! `/rt/hp-ini`: what this phone keeps, who can see it, and how to take it off.

use crate::desk::{Phone, desk};
use crate::part::button::{Button, Weight};
use crate::part::confirm::Confirm;
use crate::part::live::watched_if;
use crate::part::notice::Notice;
use crate::part::screen::Screen;
use crate::part::tone::Tone;
use crate::text::{Text, rt};
use leptos::prelude::*;
use wire::Enrolment;

/// The page.
pub fn this_phone(text: &'static Text) -> AnyView {
    let desk = desk();
    let words = text.rt();
    view! {
        <Screen title=words.this_phone>
            <p>{words.who_sees}</p>
            {watched_if(move || desk.phone.with(|phone| around(text, phone)))}
            <Confirm
                label=words.wipe question=words.wipe_question sure=words.wipe_sure
                press=move |()| desk.wipe()
            />
        </Screen>
    }
    .into_any()
}

/// What else is on the phone: records that cannot be read, other RTs.
fn around(text: &'static Text, phone: &Phone) -> Option<AnyView> {
    let Phone::Of(active) = phone else { return None };
    let unreadable = (active.unreadable > 0).then(|| {
        let sentence = rt::unreadable(text.language, active.unreadable);
        view! { <Notice tone=Tone::Wait><p>{sentence}</p></Notice> }
    });
    let others: Vec<_> = active.others.iter().map(switch).collect();
    let others =
        (!others.is_empty()).then(|| view! { <p>{text.rt().others}</p><ul class="families">{others}</ul> });
    Some(view! { {unreadable}{others} }.into_any())
}

fn switch(other: &Enrolment) -> AnyView {
    let desk = desk();
    let (label, other) = (rt::name(other), other.clone());
    let press = move |()| desk.link.set(Some(Ok(other.clone())));
    view! { <li><Button label weight=Weight::Quiet press/></li> }.into_any()
}
