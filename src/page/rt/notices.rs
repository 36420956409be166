//! What a head of an RT must know on every page: what is not kept, and that there is no signal.

use crate::browser::network;
use crate::desk::{Keeping, desk, today};
use crate::part::button::{Button, Weight};
use crate::part::live::watched_if;
use crate::part::notice::Notice;
use crate::part::tone::Tone;
use crate::store::StoreFault;
use crate::text::{Text, rt};
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{Register, State};

/// Says so if the phone does not keep what is typed.
pub fn keeping_fault(text: &'static Text) -> AnyView {
    let keeping = desk().keeping;
    watched_if(move || match keeping.get() {
        Keeping::Failed(fault) => Some(unkept(text, fault)),
        Keeping::Kept | Keeping::Busy => None,
    })
}

/// What to do; on a phone that is full the list leaves it as a file, with all that is on the page.
fn unkept(text: &'static Text, fault: StoreFault) -> AnyView {
    let desk = desk();
    let back_up = (fault == StoreFault::Full).then(|| {
        let press = move |()| {
            spawn_local(async move {
                desk.back_up().await.ok();
            });
        };
        view! { <Button label=text.phone().back_up weight=Weight::Outlined press/> }
    });
    view! {
        <Notice tone=Tone::Bad live=true>
            <p>{rt::store_fault(text.language, fault)}</p>
            {back_up}
        </Notice>
    }
    .into_any()
}

/// Says so if a new version of the app waits.
pub fn update(text: &'static Text) -> AnyView {
    let desk = desk();
    let words = text.phone();
    watched_if(move || {
        desk.update.get().then(|| {
            let press = move |()| desk.accept_update();
            view! {
                <Notice tone=Tone::Plain live=true>
                    <p>{words.update}</p>
                    <Button label=words.take_update weight=Weight::Outlined press/>
                </Notice>
            }
            .into_any()
        })
    })
}

/// Says so if another tab writes.
pub fn elsewhere(text: &'static Text) -> AnyView {
    let desk = desk();
    let words = text.phone();
    watched_if(move || {
        (!desk.writing.get()).then(|| {
            let press = move |()| desk.take_over();
            view! {
                <Notice tone=Tone::Wait live=true>
                    <p>{words.elsewhere}</p>
                    <Button label=words.take_over weight=Weight::Outlined press/>
                </Notice>
            }
            .into_any()
        })
    })
}

/// Says so if there is no signal, and that nothing is lost by that.
pub fn offline(text: &'static Text) -> AnyView {
    let desk = desk();
    let online = network::online();
    watched_if(move || {
        if online.get() {
            return None;
        }
        Some(say(Tone::Wait, rt::offline(text.language, desk.with(unsent).unwrap_or_default())))
    })
}

fn say(tone: Tone, sentence: String) -> AnyView {
    view! { <Notice tone live=true><p>{sentence}</p></Notice> }.into_any()
}

fn unsent(register: &Register) -> usize {
    let is_unsent = |state| matches!(state, State::Draft | State::OnPhone | State::Waiting | State::Stuck);
    register.present().filter(|family| is_unsent(register.state(family, today()))).count()
}
