//! What a head of an RT must know on every page: what is not kept, and that there is no signal.

use crate::field_session::{field_session, today};
use crate::route::RtRoute;
use crate::text::Tables;
use crate::text::{phone, rt};
use ::phone::{FamilyState, PhoneRegister, SaveState, StoreFault};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::browser::{clock, network, page};
use ui::host_clock;
use ui::part::button::{Button, ButtonLink, Weight};
use ui::part::live::watched_if;
use ui::part::notice::Notice;
use ui::text::Text;
use ui::tone::Tone;

/// Says so if the phone does not keep what is typed.
pub fn keeping_fault(text: &'static Text) -> AnyView {
    let keeping = field_session().save_state;
    watched_if(move || match keeping.get() {
        SaveState::Failed(fault) => Some(unkept(text, fault)),
        SaveState::Saved | SaveState::Saving => None,
    })
}

/// The id of what is said then.
pub const UNKEPT: &str = "belum-tersimpan";

/// What to do; the list can leave the phone as a file, with all that is on the page.
fn unkept(text: &'static Text, fault: StoreFault) -> AnyView {
    let session = field_session();
    let is_locked = untrack(|| session.active(|active| active.lock.is_some())) == Some(true);
    let back_up = is_locked.then(|| {
        let press = move |()| {
            spawn_local(async move {
                session.back_up().await.ok();
            });
        };
        view! { <Button label=text.phone().back_up weight=Weight::Outlined press/> }
    });
    view! {
        <div id=UNKEPT tabindex="-1">
        <Notice tone=Tone::Bad live=true>
            <p>{rt::store_fault(text.language, fault)}</p>
            {back_up}
        </Notice>
        </div>
    }
    .into_any()
}

/// Says so if the phone shows another day than the host.
pub fn wrong_day(text: &'static Text) -> AnyView {
    watched_if(move || {
        let (there, here) = (host_clock::other_day()?, clock::today()?);
        let says = phone::wrong_day(text.language, here, there);
        Some(view! { <Notice tone=Tone::Bad live=true><p>{says}</p></Notice> }.into_any())
    })
}

/// Says so in the browser of another app, which saves no files and forgets what is kept.
pub fn inside_app(text: &'static Text) -> Option<AnyView> {
    page::is_inside_app()
        .then(|| view! { <Notice tone=Tone::Bad><p>{text.phone().inside_app}</p></Notice> }.into_any())
}

/// Says so if a new version of the app waits.
pub fn update(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.phone();
    watched_if(move || {
        session.update.get().then(|| {
            let press = move |()| session.accept_update();
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
    let session = field_session();
    let words = text.phone();
    watched_if(move || {
        (!session.writing.get()).then(|| {
            let press = move |()| session.take_over();
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

/// Says so if families came from this link that are not on this phone: to list them anew would list them twice.
pub fn listed_elsewhere(text: &'static Text) -> AnyView {
    watched_if(move || {
        let families =
            field_session().with(PhoneRegister::listed_elsewhere).filter(|families| *families > 0)?;
        let says = rt::listed_elsewhere(text.language, families);
        let link =
            view! { <ButtonLink label=text.phone().restore to=RtRoute::ThisPhone weight=Weight::Outlined/> };
        Some(view! { <Notice tone=Tone::Wait><p>{says}</p>{link}</Notice> }.into_any())
    })
}

/// Says so if there is no signal, and that nothing is lost by that.
pub fn offline(text: &'static Text) -> AnyView {
    offline_with(text, unsent)
}

/// The same for a list without families.
pub fn offline_and_empty(text: &'static Text) -> AnyView {
    offline_with(text, || 0)
}

fn offline_with(text: &'static Text, unsent: fn() -> usize) -> AnyView {
    let online = network::online();
    watched_if(move || {
        if online.get() {
            return None;
        }
        let sentence = rt::offline(text.language, unsent());
        Some(view! { <Notice tone=Tone::Wait live=true><p>{sentence}</p></Notice> }.into_any())
    })
}

fn unsent() -> usize {
    field_session().with(unsent_of).unwrap_or_default()
}

fn unsent_of(register: &PhoneRegister) -> usize {
    let is_unsent = |state| {
        use FamilyState::{Draft, HandedOver, OnPhone, Stuck, Waiting};
        matches!(state, Draft | OnPhone | Waiting | HandedOver | Stuck)
    };
    register.present().filter(|family| is_unsent(register.state(family, today()))).count()
}
