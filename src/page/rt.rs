//! `/rt`: the part for heads of RT.

mod activate;
mod editions;
mod families;
mod form;
mod notices;
mod receipt;
mod send;
mod this_phone;

use crate::desk::{Phone, desk};
use crate::register::link;
use crate::route::RtRoute;
use crate::session::text;
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
    move || match (desk.link.get(), owner.get()) {
        (_, Owner::Unknown) => view! { <p class="soft">{text().rt.opening}</p> }.into_any(),
        (Some(Ok(enrolment)), _) => view! { <activate::Ask enrolment/> }.into_any(),
        (Some(Err(fault)), _) => view! { <activate::Welcome fault=Some(fault)/> }.into_any(),
        (None, Owner::Nobody) => view! { <activate::Welcome fault=None/> }.into_any(),
        (None, Owner::Rt(_)) => match place {
            RtRoute::Families => view! { <families::Families/> }.into_any(),
            RtRoute::Family(id, stage) => view! { <form::Form id stage/> }.into_any(),
            RtRoute::Send => view! { <send::Send/> }.into_any(),
            RtRoute::Receipt => view! { <receipt::Receipt/> }.into_any(),
        },
    }
}
