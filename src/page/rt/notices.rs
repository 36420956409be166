//! What a head of an RT must know on every page: what is not kept, and that there is no signal.

use crate::browser::network;
use crate::desk::{Keeping, desk};
use crate::part::notice::Notice;
use crate::part::tone::Tone;
use crate::register::State;
use crate::session::text;
use crate::text::rt;
use leptos::prelude::*;

/// Says so if the phone does not keep what is typed.
#[component]
pub fn KeepingFault() -> impl IntoView {
    let keeping = desk().keeping;
    move || match keeping.get() {
        Keeping::Failed(fault) => {
            let sentence = rt::store_fault(text().language, fault);
            Some(view! { <Notice tone=Tone::Bad live=true><p>{sentence}</p></Notice> })
        }
        Keeping::Kept | Keeping::Busy => None,
    }
}

/// Says so if there is no signal, and that nothing is lost by that.
#[component]
pub fn Offline() -> impl IntoView {
    let desk = desk();
    let online = network::online();
    move || {
        let today = crate::desk::today();
        let unsent = move || {
            desk.with(|register| {
                let unsent =
                    |state| matches!(state, State::Draft | State::OnPhone | State::Waiting | State::Stuck);
                register.present().filter(|family| unsent(register.state(family, today))).count()
            })
        };
        (!online.get()).then(|| {
            let sentence = rt::offline(text().language, unsent().unwrap_or_default());
            view! { <Notice tone=Tone::Wait live=true><p>{sentence}</p></Notice> }
        })
    }
}
