//! Whom to ask.

use crate::session::text_now;
use leptos::prelude::*;
use wire::Contact;

/// The contacts of the publication; where it names none, who answers everywhere.
pub fn contacts(contacts: &[Contact]) -> AnyView {
    let words = text_now().result();
    let list = if contacts.is_empty() {
        let everywhere = view! { <b>{words.ask_whom}</b><span class="soft">{words.ask_when}</span> };
        view! { <ul class="contacts"><li class="contacts__item">{everywhere}</li></ul> }.into_any()
    } else {
        named(contacts)
    };
    view! { <section class="section"><h2>{words.ask}</h2>{list}</section> }.into_any()
}

/// Those that the publication names.
pub(crate) fn named(contacts: &[Contact]) -> AnyView {
    let items: Vec<_> = contacts.iter().map(contact).collect();
    view! { <ul class="contacts">{items}</ul> }.into_any()
}

fn contact(contact: &Contact) -> AnyView {
    let phone = (!contact.phone.is_empty()).then(|| {
        let href = ["tel:", &contact.phone].concat();
        view! { <a class="link link--tap" href=href>{contact.phone.clone()}</a> }
    });
    view! {
        <li class="contacts__item" lang="id"><b>{contact.name.clone()}</b><span class="soft">{contact.note.clone()}</span>{phone}</li>
    }
    .into_any()
}
