//! `/anjungan`: the counter in a kelurahan office. The same answers as on a phone, in large; nothing stays behind.

mod burst;
mod entry;
mod points;
mod set_up;
mod silence;
mod state;
mod typing;

use crate::parts::{ANSWER, SCANNER};
use crate::text as words;
use crate::text::Tables;
use entry::Screen;
use leptos::prelude::*;
use state::Counter;
use ui::browser::{keys, page};
use ui::part::button::{Button, Weight};
use ui::part::live::watched;
use ui::part::screen::Heading;
use ui::part_loading::loaded;
use ui::session::text;
use ui::text::Text;

/// So many seconds before all is wiped it is said aloud.
const ANNOUNCED_S: u32 = 20;

/// The page.
#[component]
pub fn Kiosk() -> impl IntoView {
    let counter = Counter::open();
    let left = silence::watch(move || counter.wipe());
    keys::on_key(move |key| counter.key(key));
    // Said once, so that it can be put off in time.
    let leaves = Memo::new(move |_| left.get().is_some_and(|left| left <= ANNOUNCED_S));
    page::mark("kiosk");
    let screen = Memo::new(move |_| (counter.entry.read().screen, counter.search.is_answered()));
    let is_empty = Memo::new(move |_| screen.get() == (Screen::Doors, false));
    move || {
        let text = text();
        view! {
            <div class="kiosk">
                {move || match screen.get() {
                    (_, true) => answered(counter),
                    (screen, false) => view_of(text, counter, screen),
                }}
                <div class="kiosk__foot">
                    {move || (!is_empty.get()).then(|| done(text, counter))}
                    <p class="hidden-text" role="alert">{move || (leaves.get() && !is_empty.get()).then(|| text.kiosk().still_here)}</p>
                    <p class="kiosk__left" role="timer">
                        {move || left.get().filter(|_| !is_empty.get()).map(|left| words::countdown(text.language, left))}
                    </p>
                </div>
            </div>
        }
        .into_any()
    }
}

fn view_of(text: &'static Text, counter: Counter, screen: Screen) -> AnyView {
    match screen {
        Screen::Doors => doors(text, counter),
        Screen::Code | Screen::Kk | Screen::Nik => typing::view(text, counter, screen),
        Screen::Scan => scanning(text, counter),
        // Only the points depend on where the counter stands.
        Screen::Points if counter.kelurahan.get().is_none() => set_up::view(text, counter),
        Screen::Points => points::view(text, counter),
    }
}

fn doors(text: &'static Text, counter: Counter) -> AnyView {
    view! {
        <div class="kiosk__top"><Heading title=text.kiosk().title/></div>
        <div class="kiosk__doors">
            <Button label=text.kiosk().status press=Callback::new(move |()| counter.go(Screen::Code))/>
            <Button
                label=text.kiosk().points
                weight=Weight::Outlined
                press=Callback::new(move |()| counter.go(Screen::Points))
            />
            <Button
                label=text.kiosk().set_up_again
                weight=Weight::Quiet
                press=Callback::new(move |()| {
                    counter.kelurahan.set(None);
                    counter.go(Screen::Points);
                })
            />
        </div>
    }
    .into_any()
}

fn scanning(text: &'static Text, counter: Counter) -> AnyView {
    let found = Callback::new(move |code| counter.take_scanned(code));
    let leave = Callback::new(move |()| counter.go(Screen::Code));
    view! {
        <div class="kiosk__top"><Heading title=text.check().scan/></div>
        {loaded(&SCANNER, move |scan| scan(found, leave))}
        <Button label=text.common().cancel weight=Weight::Outlined press=leave/>
    }
    .into_any()
}

fn answered(counter: Counter) -> AnyView {
    let mend = Callback::new(move |how| counter.mend(how));
    let answer = loaded(&ANSWER, move |answer| watched(move || answer(&counter.search.stage(), mend)));
    view! { <div class="kiosk__result">{answer}</div> }.into_any()
}

fn done(text: &'static Text, counter: Counter) -> AnyView {
    view! {
        <Button
            label=text.kiosk().done
            weight=Weight::Outlined
            press=Callback::new(move |()| counter.wipe())
        />
    }
    .into_any()
}
