//! Whom to ask.

use crate::session::text_now;
use leptos::prelude::*;
use wire::Contact;

/// The contacts of the publication; nothing where it names none.
pub fn contacts(contacts: &[Contact]) -> Option<AnyView> {
    let items: Vec<_> = contacts.iter().map(contact).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{text_now().result().ask}</h2>
                <ul class="contacts">{items}</ul>
            </section>
        }
        .into_any()
    })
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
