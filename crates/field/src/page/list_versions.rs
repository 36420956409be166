//! The lists that were sealed, and how far they have come.

use crate::field_session::field_session;
use crate::text::Tables;
use crate::text::outbox;
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{ListState, ListVersion, PhoneRegister};
use ui::part::button::{Button, Weight};
use ui::part::live::watched_if;
use ui::part::notice::Notice;
use ui::part::pill::Pill;
use ui::text::Text;
use ui::tone::Tone;

/// Every list, the newest first.
pub fn list_versions(text: &'static Text) -> AnyView {
    let session = field_session();
    watched_if(move || {
        let sending = session.sending.get();
        session
            .with(|register| (!register.list_versions.is_empty()).then(|| list(text, register, sending)))
            .flatten()
    })
}

fn list(text: &'static Text, register: &PhoneRegister, sending: bool) -> AnyView {
    let session = field_session();
    let words = text.outbox();
    let items: Vec<_> = register
        .list_versions
        .iter()
        .rev()
        .map(|version| item(text, version, register.standing(version)))
        .collect();
    let is_stuck = |version| matches!(register.standing(version), ListState::OnWay(way) if way.may_arrive());
    let stuck = register.list_versions.iter().any(is_stuck);
    let what_to_do = match register.enrolment.drop_box {
        _ if sending => view! { <p class="soft" role="status">{words.sending}</p> }.into_any(),
        _ if !stuck => ().into_any(),
        None => view! { <Notice tone=Tone::Wait><p>{words.no_box}</p></Notice> }.into_any(),
        Some(_) => {
            let press = move |()| spawn_local(session.try_again());
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

fn item(text: &'static Text, version: &ListVersion, standing: ListState) -> AnyView {
    let session = field_session();
    let number = version.number;
    let (tone, label) = outbox::standing(text.language, standing);
    let is_under_way = matches!(standing, ListState::OnWay(way) if way.may_arrive());
    let hand_over = is_under_way.then(|| {
        let press = move |()| spawn_local(session.hand_over(number));
        view! { <Button label=text.outbox().hand_over weight=Weight::Quiet press/> }
    });
    view! {
        <li class="family">
            <span class="family__text">
                <b>{outbox::name(text.language, version)}</b>
                <span class="family__detail">{outbox::explain(text.language, standing)}</span>
                {hand_over}
            </span>
            <Pill tone label/>
        </li>
    }
    .into_any()
}
