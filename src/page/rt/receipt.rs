//! `/rt/tanda-terima`: a slip for each family with its registration code, to print or to copy by hand.

use super::editions::editions;
use super::notices::offline;
use crate::browser::{history, intl, page};
use crate::desk::desk;
use crate::part::button::Button;
use crate::part::live::watched_if;
use crate::part::notice::Notice;
use crate::part::screen::Screen;
use crate::part::tone::Tone;
use crate::register::{Family, Register};
use crate::route::Route;
use crate::text::{Text, rt};
use leptos::prelude::*;

/// The page.
pub fn receipt(text: &'static Text) -> AnyView {
    let desk = desk();
    let words = text.outbox();
    let slips = watched_if(move || desk.with(|register| slips(text, register)));
    view! {
        <Screen title=words.receipt lead=words.receipt_lead>
            <div class="screen-only">{offline(text)}</div>
            {editions(text)}
            {slips}
        </Screen>
    }
    .into_any()
}

fn slips(text: &'static Text, register: &Register) -> AnyView {
    let words = text.outbox();
    let name = rt::name(&register.enrolment);
    let slips: Vec<_> =
        register.by_name().into_iter().filter_map(|family| slip(text, &name, family)).collect();
    if slips.is_empty() {
        return view! { <Notice tone=Tone::Plain><p>{words.no_receipt}</p></Notice> }.into_any();
    }
    view! {
        <div class="screen__actions screen-only"><Button label=words.print press=|()| page::print()/></div>
        <div class="slips">{slips}</div>
    }
    .into_any()
}

fn slip(text: &'static Text, rt: &str, family: &Family) -> Option<AnyView> {
    let words = text.outbox();
    let record = family.record.as_ref()?;
    let listed = [words.listed, " ", &intl::date(text.language, record.listed_on)].concat();
    let address = [history::host(), Route::Check.href()].concat();
    Some(
        view! {
            <article class="slip">
                <div class="balang" aria-hidden="true"></div>
                <h2 class="slip__name">{record.household.head.name.clone()}</h2>
                <p class="slip__where">{rt.to_owned()}" · "{listed}</p>
                <p class="slip__label">{words.code}</p>
                <p class="slip__code">{record.code.to_string()}</p>
                <p class="slip__say">{words.check_at}" "<b>{address}</b>". "{words.keep_secret}</p>
            </article>
        }
        .into_any(),
    )
}
