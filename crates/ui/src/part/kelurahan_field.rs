//! A field that finds a kelurahan while one types (the combobox pattern of the ARIA Authoring Practices).

mod listing;

use crate::browser::edit::Edit;
use crate::kelurahan::Kelurahan;
use crate::places::Places;
use crate::session::text_now;
use crate::text::points;
use leptos::prelude::*;
use listing::Listing;
use std::sync::Arc;

const ID: &str = "kelurahan";
const LIST: &str = "kelurahan-daftar";

/// The field. What is chosen goes to `choose`.
#[component]
pub fn KelurahanField(places: Arc<Places>, choose: Callback<Kelurahan>) -> impl IntoView {
    let text = text_now();
    let typed = RwSignal::new(String::new());
    let listing = RwSignal::new(Listing::default());
    let take = move |kelurahan: Kelurahan| {
        typed.set(kelurahan.shown());
        listing.set(Listing::default());
        choose.run(kelurahan);
    };
    let search = move |event| {
        let Some(edit) = Edit::of(&event) else { return };
        listing.set(Listing::open(Kelurahan::search(&edit.text(), &places.areas)));
        typed.set(edit.text());
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        let outcome = listing.try_update(|listing| listing.press(&event.key())).flatten();
        match outcome {
            Some(listing::Pressed::Moved) => event.prevent_default(),
            Some(listing::Pressed::Chose(kelurahan)) => {
                event.prevent_default();
                take(kelurahan);
            }
            None => {}
        }
    };
    let count = move || {
        let listing = listing.read();
        match listing.offered().len() {
            0 if typed.read().trim().is_empty() || !listing.is_open() => String::new(),
            0 => text.points().no_kelurahan.to_owned(),
            count => points::found(text.language, count),
        }
    };
    view! {
        <div class="field combobox">
            <label class="field__label" for=ID>{text.points().kelurahan}</label>
            <p class="field__hint" id="kelurahan-hint">{text.points().kelurahan_hint}</p>
            <input
                class="field__input"
                id=ID
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-describedby="kelurahan-hint"
                aria-controls=LIST
                aria-expanded=move || (!listing.read().offered().is_empty()).to_string()
                aria-activedescendant=move || listing.read().active().map(option_id)
                prop:value=typed
                on:input=search
                on:keydown=press
                on:blur=move |_| listing.update(Listing::close)
            />
            <ul class="combobox__list" id=LIST role="listbox" aria-label=text.points().kelurahan>
                {move || options(&listing.read(), Callback::new(take))}
            </ul>
            <p class="combobox__count" role="status">{count}</p>
        </div>
    }
    .into_any()
}

fn options(listing: &Listing, take: Callback<Kelurahan>) -> Vec<AnyView> {
    let active = listing.active();
    let option = |(at, kelurahan): (usize, &Kelurahan)| {
        let chosen = kelurahan.clone();
        view! {
            <li
                class="combobox__option"
                id=option_id(at)
                role="option"
                aria-selected=(active == Some(at)).to_string()
                // Before the field loses the focus and closes the list.
                on:pointerdown=move |event| event.prevent_default()
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| take.run(chosen.clone())
            >
                <b>{kelurahan.name.clone()}</b>" "<span class="combobox__kecamatan">{kelurahan.kecamatan.clone()}</span>
            </li>
        }
        .into_any()
    };
    listing.offered().iter().enumerate().map(option).collect()
}

fn option_id(at: usize) -> String {
    ["kelurahan-", &at.to_string()].concat()
}
