//! What is wrong with a form, in one place.

use crate::browser;
use crate::session::text_now;
use leptos::prelude::*;

const ID: &str = "ringkasan-kesalahan";

/// Every problem, each leading to its field (by the field's id). It takes the focus when it appears.
#[component]
pub fn Summary(problems: Vec<(String, String)>) -> impl IntoView {
    Effect::new(|| browser::page::focus(ID));
    let problems: Vec<_> = problems
        .into_iter()
        .map(|(field, problem)| {
            let address = ["#", field.as_str()].concat();
            let lead = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                browser::page::focus(&field);
            };
            view! { <li><a class="link" href=address on:click=lead>{problem}</a></li> }
        })
        .collect();
    view! {
        <section class="summary tone tone--bad" id=ID role="alert" tabindex="-1">
            <h2 class="summary__title">{text_now().common().summary}</h2>
            <ul class="summary__list">{problems}</ul>
        </section>
    }
    .into_any()
}
