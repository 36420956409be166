//! `/rt`: the part for heads of RT.

mod activate;
mod closed;
mod families;
mod files;
mod form;
mod history;
mod invitations;
mod list_versions;
mod menu;
mod new_pin;
mod notices;
mod progress;
mod receipt;
mod restore;
mod send;
mod this_phone;
mod unlock;

use crate::field_session::{Phone, field_session};
use crate::part::live::drawn;
use crate::route::{FormStage, RtRoute};
use crate::text::Text;
use leptos::prelude::*;
use phone::{Lock, StoreFault, link};

/// Whose phone it is, without what changes while one types.
#[derive(Clone, PartialEq)]
enum Owner {
    Unknown,
    Closed(StoreFault),
    Nobody,
    Locked(Vec<Lock>),
    Rt(String),
}

/// The page at a place of this part; before that, whatever is needed to make the phone the phone of an RT.
#[component]
pub fn Rt(place: RtRoute) -> impl IntoView {
    let session = field_session();
    session.open();
    let owner = Memo::new(move |_| match &*session.phone.read() {
        Phone::Opening => Owner::Unknown,
        Phone::Closed(fault) => Owner::Closed(*fault),
        Phone::Free => Owner::Nobody,
        Phone::Locked(locks) => Owner::Locked(locks.clone()),
        Phone::Of(active) => Owner::Rt(link::owner(&active.register.enrolment)),
    });
    drawn(move |text| match (session.link.get(), owner.get()) {
        (_, Owner::Unknown) => view! { <p class="soft">{text.rt().opening}</p> }.into_any(),
        (_, Owner::Closed(fault)) => closed::closed(text, fault),
        (Some(Ok(enrolment)), owner) => {
            let is_open = owner == Owner::Rt(link::owner(&enrolment));
            activate::ask(text, enrolment, is_open)
        }
        (Some(Err(fault)), _) => activate::welcome(text, Some(fault)),
        (None, Owner::Nobody) => activate::welcome(text, None),
        (None, Owner::Locked(locks)) => unlock::unlock(text, &locks),
        (None, Owner::Rt(_)) => following(text, page(text, &place)),
    })
}

fn page(text: &'static Text, place: &RtRoute) -> AnyView {
    match *place {
        RtRoute::Families => families::families(text),
        RtRoute::Family(id, stage) => form::form(text, id, stage, None),
        RtRoute::Field(id, at) => form::form(text, id, FormStage::of(at.field), Some(at)),
        RtRoute::History(id) => history::history(text, id),
        RtRoute::Send => send::send(text),
        RtRoute::Receipt => receipt::receipt(text),
        RtRoute::Files => files::files(text),
        RtRoute::Invitations => invitations::invitations(text),
        RtRoute::Progress => progress::progress(text),
        RtRoute::ThisPhone => this_phone::this_phone(text),
    }
}

/// A page of the list. In a tab that does not write, its fields and buttons rest.
fn following(text: &'static Text, page: AnyView) -> AnyView {
    let session = field_session();
    view! {
        {notices::update(text)}
        {notices::elsewhere(text)}
        <fieldset class="follows" disabled=move || !session.writing.get()>{page}</fieldset>
    }
    .into_any()
}
