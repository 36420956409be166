//! What a head of an RT must know on every page: what is not kept, and that there is no signal.

use crate::browser::network;
use crate::desk::{Keeping, desk, today};
use crate::part::live::watched_if;
use crate::part::notice::Notice;
use crate::part::tone::Tone;
use crate::register::{Register, State};
use crate::text::{Text, rt};
use leptos::prelude::*;

/// Says so if the phone does not keep what is typed.
pub fn keeping_fault(text: &'static Text) -> AnyView {
    let keeping = desk().keeping;
    watched_if(move || match keeping.get() {
        Keeping::Failed(fault) => Some(say(Tone::Bad, rt::store_fault(text.language, fault).to_owned())),
        Keeping::Kept | Keeping::Busy => None,
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
