//! Choosing the kelurahan that the counter stands in, once.

use super::state::{Counter, places};
use crate::text::Tables;
use leptos::prelude::*;
use ui::kelurahan::Kelurahan;
use ui::part::kelurahan_field::KelurahanField;
use ui::part::screen::Heading;
use ui::text::Text;

/// The question.
pub(super) fn view(text: &'static Text, counter: Counter) -> AnyView {
    let choose = Callback::new(move |kelurahan: Kelurahan| counter.settle(kelurahan.code));
    let field = move || match places(text, counter) {
        Ok(places) => view! { <KelurahanField places choose/> }.into_any(),
        Err(view) => view,
    };
    view! {
        <div class="kiosk__top">
            <Heading title=text.kiosk().set_up/>
            <p class="screen__lead">{text.kiosk().set_up_lead}</p>
        </div>
        {field}
    }
    .into_any()
}
