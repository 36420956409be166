//! The lists that were sealed, and how far they have come.

use crate::desk::desk;
use crate::part::button::{Button, Weight};
use crate::part::live::watched_if;
use crate::part::notice::Notice;
use crate::part::pill::Pill;
use crate::part::tone::Tone;
use crate::text::{Text, outbox};
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{Delivery, Edition, Register, Standing};

/// Every list, the newest first.
pub fn editions(text: &'static Text) -> AnyView {
    let desk = desk();
    watched_if(move || {
        let sending = desk.sending.get();
        desk.with(|register| (!register.editions.is_empty()).then(|| list(text, register, sending))).flatten()
    })
}

fn list(text: &'static Text, register: &Register, sending: bool) -> AnyView {
    let desk = desk();
    let words = text.outbox();
    let items: Vec<_> = register
        .editions
        .iter()
        .rev()
        .map(|edition| item(text, edition, register.standing(edition)))
        .collect();
    let is_stuck = |edition| matches!(register.standing(edition), Standing::OnWay(way) if way.may_arrive());
    let stuck = register.editions.iter().any(is_stuck);
    let what_to_do = match register.enrolment.drop_box {
        _ if sending => view! { <p class="soft" role="status">{words.sending}</p> }.into_any(),
        _ if !stuck => ().into_any(),
        None => view! { <Notice tone=Tone::Wait><p>{words.no_box}</p></Notice> }.into_any(),
        Some(_) => {
            let press = move |()| spawn_local(desk.try_again());
            view! { <Button label=words.again weight=Weight::Outlined press/> }.into_any()
        }
    };
    view! {
        <section class="section screen-only">
            <h2>{words.lists}</h2>
            <ul class="families">{items}</ul>
            {what_to_do}
        </section>
    }
    .into_any()
}

fn item(text: &'static Text, edition: &Edition, standing: Standing) -> AnyView {
    let desk = desk();
    let number = edition.number;
    let (tone, label) = outbox::standing(text.language, standing);
    let is_under_way =
        matches!(standing, Standing::OnWay(way) if way.may_arrive() || way == Delivery::HandedOver);
    let hand_over = is_under_way.then(|| {
        let press = move |()| spawn_local(desk.hand_over(number));
        view! { <Button label=text.outbox().hand_over weight=Weight::Quiet press/> }
    });
    view! {
        <li class="family">
            <span class="family__text">
                <b>{outbox::name(text.language, edition)}</b>
                <span class="family__detail">{outbox::explain(text.language, standing)}</span>
                {hand_over}
            </span>
            <Pill tone label/>
        </li>
    }
    .into_any()
}
