//! `/rt/tanda-terima`: a slip for each family with its registration code, to print or to be scanned from the screen.

mod slip;

use super::editions::editions;
use super::notices::offline;
use crate::browser::{clock, page};
use crate::desk::desk;
use crate::part::button::Button;
use crate::part::live::{watched, watched_if};
use crate::part::notice::Notice;
use crate::part::screen::Screen;
use crate::part::tone::Tone;
use crate::text::Text;
use leptos::prelude::*;
use slip::Slip;

/// So many slips are drawn at once, for a cheap phone freezes while it draws hundreds of QR codes.
const AT_ONCE: usize = 8;

/// The page.
pub fn receipt(text: &'static Text) -> AnyView {
    let desk = desk();
    let words = text.outbox();
    // A list that arrives meanwhile changes the register, but no slip.
    let all = Memo::new(move |_| desk.with(Slip::all).unwrap_or_default());
    view! {
        <Screen title=words.receipt lead=words.receipt_lead>
            <div class="screen-only">{offline(text)}</div>
            {editions(text)}
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
    let drawn = RwSignal::new(0);
    let groups: Vec<_> = all.chunks(AT_ONCE).map(<[Slip]>::to_vec).collect();
    let count = groups.len();
    let groups: Vec<_> = groups
        .into_iter()
        .enumerate()
        .map(|(index, group)| {
            let due = Memo::new(move |_| drawn.get() >= index);
            watched_if(move || {
                due.get().then(|| group.iter().map(|slip| slip.view(text)).collect_view().into_any())
            })
        })
        .collect();
    draw_on(drawn, count);
    let ready = watched_if(move || {
        let ready = drawn.get() >= count;
        ready.then(|| view! { <Button label=words.print press=|()| page::print()/> }.into_any())
    });
    view! {
        <div class="screen__actions screen-only">{ready}</div>
        <div class="slips">{groups}</div>
    }
    .into_any()
}

/// Draws one group after the other, as long as the page is open.
fn draw_on(drawn: RwSignal<usize>, count: usize) {
    clock::after(0, move || {
        let more = drawn.try_update(|drawn| {
            *drawn += 1;
            *drawn < count
        });
        if more == Some(true) {
            draw_on(drawn, count);
        }
    });
}
