//! The lists that were sealed, and how far they have come.

use crate::desk::desk;
use crate::part::button::{Button, Weight};
use crate::part::notice::Notice;
use crate::part::pill::Pill;
use crate::part::tone::Tone;
use crate::register::{Delivery, Edition};
use crate::session::text;
use crate::text::{Text, outbox};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Every list, the newest first.
#[component]
pub fn Editions() -> impl IntoView {
    let desk = desk();
    let editions = Memo::new(move |_| desk.with(|register| register.editions.clone()).unwrap_or_default());
    let has_box = move || desk.peek(|register| register.enrolment.drop_box.is_some()) == Some(true);
    move || {
        let text = text();
        let words = &text.outbox;
        let editions = editions.get();
        let stuck = editions.iter().any(|edition| !edition.delivery.is_over());
        let without_box = (stuck && !has_box()).then(|| {
            view! {
                <Notice tone=Tone::Wait><p>{words.no_box}</p></Notice>
            }
        });
        let again = move || {
            let press = move |()| spawn_local(desk.try_again());
            (stuck && has_box()).then(|| view! { <Button label=words.again weight=Weight::Outlined press/> })
        };
        let items: Vec<_> = editions.iter().rev().map(|edition| item(text, edition)).collect();
        (!items.is_empty()).then(|| {
            view! {
                <section class="section screen-only">
                    <h2>{words.lists}</h2>
                    {without_box}
                    <ul class="families">{items}</ul>
                    {again}
                </section>
            }
        })
    }
}

fn item(text: &'static Text, edition: &Edition) -> AnyView {
    let desk = desk();
    let number = edition.number;
    let (tone, label) = outbox::delivery(text.language, edition.delivery);
    let hand_over = (edition.delivery != Delivery::Delivered).then(|| {
        let press = move |()| spawn_local(desk.hand_over(number));
        view! { <Button label=text.outbox.hand_over weight=Weight::Quiet press/> }
    });
    view! {
        <li class="family">
            <span class="family__text">
                <b>{outbox::name(text.language, edition)}</b>
                <span class="family__detail">{outbox::explain(text.language, edition.delivery)}</span>
                {hand_over}
            </span>
            <Pill tone label/>
        </li>
    }
    .into_any()
}
