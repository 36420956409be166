//! `/rt`: the part for heads of RT.

mod activate;
mod editions;
mod families;
mod files;
mod form;
mod invitations;
mod menu;
mod notices;
mod progress;
mod receipt;
mod send;
mod this_phone;

use crate::desk::{Phone, desk};
use crate::part::live::drawn;
use crate::register::link;
use crate::route::{FormStage, RtRoute};
use leptos::prelude::*;

/// Whose phone it is, without what changes while one types.
#[derive(Clone, PartialEq, Eq)]
enum Owner {
    Unknown,
    Nobody,
    Rt(String),
}

/// The page at a place of this part; before that, whatever is needed to make the phone the phone of an RT.
#[component]
pub fn Rt(place: RtRoute) -> impl IntoView {
    let desk = desk();
    desk.open();
    let owner = Memo::new(move |_| match &*desk.phone.read() {
        Phone::Opening => Owner::Unknown,
        Phone::Free => Owner::Nobody,
        Phone::Of(active) => Owner::Rt(link::owner(&active.register.enrolment)),
    });
    drawn(move |text| match (desk.link.get(), owner.get()) {
        (_, Owner::Unknown) => view! { <p class="soft">{text.rt().opening}</p> }.into_any(),
        (Some(Ok(enrolment)), _) => activate::ask(text, enrolment),
        (Some(Err(fault)), _) => activate::welcome(text, Some(fault)),
        (None, Owner::Nobody) => activate::welcome(text, None),
        (None, Owner::Rt(_)) => match place {
            RtRoute::Families => families::families(text),
            RtRoute::Family(id, stage) => form::form(text, id, stage, None),
            RtRoute::Field(id, at) => form::form(text, id, FormStage::of(at.field), Some(at)),
            RtRoute::Send => send::send(text),
            RtRoute::Receipt => receipt::receipt(text),
            RtRoute::Files => files::files(text),
            RtRoute::Invitations => invitations::invitations(text),
            RtRoute::Progress => progress::progress(text),
            RtRoute::ThisPhone => this_phone::this_phone(text),
        },
    })
}
