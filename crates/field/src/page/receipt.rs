//! `/rt/tanda-terima`: a slip for each family with its registration code, to print or to be scanned from the screen.

pub mod slip;

use super::list_versions::list_versions;
use super::notices::offline;
use crate::field_session::field_session;
use crate::text::Tables;
use leptos::prelude::*;
use slip::Slip;
use ui::browser::page;
use ui::part::button::Button;
use ui::part::gradual::gradual;
use ui::part::live::{watched, watched_if};
use ui::part::notice::Notice;
use ui::part::screen::Screen;
use ui::text::Text;
use ui::tone::Tone;

/// The page.
pub fn receipt(text: &'static Text) -> AnyView {
    let session = field_session();
    let words = text.outbox();
    // What changes in the register and on no slip draws nothing anew.
    let all = Memo::new(move |_| session.with(Slip::all).unwrap_or_default());
    view! {
        <Screen title=words.receipt lead=words.receipt_lead>
            <div class="screen-only">{offline(text)}</div>
            {list_versions(text)}
            {watched(move || all.with(|all| slips(text, all)))}
        </Screen>
    }
    .into_any()
}

fn slips(text: &'static Text, all: &[Slip]) -> AnyView {
    let words = text.outbox();
    if all.is_empty() {
        return view! { <Notice tone=Tone::Plain><p>{words.no_receipt}</p></Notice> }.into_any();
    }
    let (slips, whole) = gradual(all, |slip| slip.view());
    let print = watched_if(move || {
        whole.get().then(|| view! { <Button label=words.print press=|()| page::print()/> }.into_any())
    });
    view! {
        <div class="screen__actions screen-only">{print}</div>
        <div class="slips">{slips}</div>
    }
    .into_any()
}
