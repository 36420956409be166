//! `/rt`: the part for heads of RT.

mod activate;
mod closed;
pub mod families;
pub mod files;
pub mod form;
pub mod history;
pub mod invitations;
mod list_versions;
mod menu;
mod new_pin;
mod notices;
pub mod progress;
pub mod receipt;
pub mod received;
pub mod restore;
pub mod send;
pub mod this_phone;
pub mod unlock;

use crate::field_session::{Phone, field_session};
use crate::parts::{self, Draw};
use crate::route::{Address, FormPlace, FormStage, RtRoute};
use crate::text::Tables;
use leptos::prelude::*;
use phone::{Lock, StoreFault, link};
use ui::part::live::drawn;
use ui::part_loading::{Part, loaded};
use ui::text::Text;

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
        _ if session.covered.get() => drawn_by(&parts::UNLOCK, text, &place),
        (_, Owner::Unknown) => view! { <p class="soft">{text.rt().opening}</p> }.into_any(),
        (_, Owner::Closed(fault)) => closed::closed(text, fault),
        (Some(Ok(_)), Owner::Locked(_)) if session.link_waits.get() => drawn_by(&parts::UNLOCK, text, &place),
        (Some(Ok(enrolment)), owner) => {
            let is_open = owner == Owner::Rt(link::owner(&enrolment));
            activate::ask(text, enrolment, is_open)
        }
        (Some(Err(fault)), _) => activate::welcome(text, Some(fault)),
        (None, Owner::Nobody) => activate::welcome(text, None),
        (None, Owner::Locked(_)) => drawn_by(&parts::UNLOCK, text, &place),
        (None, Owner::Rt(_)) => following(text, &place, page(text, &place)),
    })
}

fn page(text: &'static Text, place: &RtRoute) -> AnyView {
    let part = match place {
        RtRoute::Families => return families::families(text),
        RtRoute::Form(FormPlace { stage: FormStage::Review, .. }) => &parts::REGISTER,
        RtRoute::Form(_) => &parts::FORM,
        RtRoute::Send | RtRoute::Receipt | RtRoute::ThisPhone => &parts::REGISTER,
        RtRoute::Files => &parts::FILES,
        RtRoute::Invitations | RtRoute::History(_) | RtRoute::Progress => &parts::LEDGER,
    };
    drawn_by(part, text, place)
}

fn drawn_by(part: &'static Part<Draw>, text: &'static Text, place: &RtRoute) -> AnyView {
    let place = place.clone();
    loaded(part, move |draw| draw(text, &place))
}

/// A page of the list. In a tab that does not write, its fields and buttons rest.
fn following(text: &'static Text, place: &RtRoute, page: AnyView) -> AnyView {
    let session = field_session();
    // The form has ways of its own.
    let leads_back = !matches!(place, RtRoute::Families | RtRoute::Form(_));
    let back = leads_back.then(|| {
        view! { <p><a class="link link--tap" href=RtRoute::Families.href()>{text.family().to_list}</a></p> }
    });
    view! {
        {notices::update(text)}
        {notices::elsewhere(text)}
        {notices::wrong_day(text)}
        <fieldset class="follows" disabled=move || !session.writing.get()>{page}</fieldset>
        {back}
    }
    .into_any()
}
