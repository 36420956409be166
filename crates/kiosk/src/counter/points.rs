//! The points nearest to the counter.

use super::state::{Counter, places};
use crate::text::Tables;
use leptos::prelude::*;
use ui::part::point_list::point_list;
use ui::part::screen::Heading;
use ui::part::sketch::sketch;
use ui::text::{Text, points};

/// So many are shown.
const SHOWN: usize = 3;

/// The list.
pub(super) fn view(text: &'static Text, counter: Counter) -> AnyView {
    let list = move || {
        let places = match places(text, counter) {
            Ok(places) => places,
            Err(view) => return view,
        };
        let Some(origin) = counter.kelurahan.get().and_then(|code| places.kelurahan(&code)) else {
            return view! { <p>{text.points().none}</p> }.into_any();
        };
        let mut near = places.nearest(&origin);
        near.truncate(SHOWN);
        view! {
            <h2>{points::near(text.language, &origin.kelurahan.name)}</h2>
            <p class="soft">{text.points().straight}</p>
            {sketch(origin.at, &near)}
            {point_list(&near)}
        }
        .into_any()
    };
    view! { <div class="kiosk__result"><Heading title=text.kiosk().points/>{list}</div> }.into_any()
}
