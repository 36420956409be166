//! `/anjungan`: the counter in a kelurahan office. The same answers as on a phone, in large; nothing stays behind.

mod entry;
mod points;
mod set_up;
mod silence;
mod typing;

use crate::text as words;
use crate::text::Tables;
use domain::AreaCode;
use entry::{Entry, Next, Screen};
use leptos::prelude::*;
use ui::browser::{keys, page};
use ui::part::button::{Button, Weight};
use ui::part::result::result;
use ui::part::screen::Heading;
use ui::places::loading::{Loading, Stage as Reading};
use ui::search::Search;
use ui::session::text;
use ui::settings::Setting;
use ui::text::Text;

/// The counter. A copy is a handle to the same one.
#[derive(Clone, Copy)]
struct Counter {
    entry: RwSignal<Entry>,
    search: Search,
    /// The kelurahan that it stands in; `None` until the staff has chosen.
    kelurahan: RwSignal<Option<AreaCode>>,
    places: Loading,
}

/// The page.
#[component]
pub fn Kiosk() -> impl IntoView {
    let counter = Counter::open();
    let left = silence::watch(move || counter.wipe());
    keys::on_key(move |name| counter.key(name));
    page::mark("kiosk");
    let screen = Memo::new(move |_| (counter.entry.read().screen, counter.search.is_answered()));
    let is_empty = Memo::new(move |_| screen.get() == (Screen::Doors, false));
    move || {
        let text = text();
        view! {
            <div class="kiosk">
                {move || match screen.get() {
                    (_, true) => answered(counter),
                    (screen, false) => counter.screen(text, screen),
                }}
                <div class="kiosk__foot">
                    {move || (!is_empty.get()).then(|| done(text, counter))}
                    <p class="kiosk__left" role="timer">
                        {move || left.get().filter(|_| !is_empty.get()).map(|left| words::countdown(text.language, left))}
                    </p>
                </div>
            </div>
        }
        .into_any()
    }
}

impl Counter {
    fn open() -> Self {
        let kept = Setting::CounterKelurahan.get().and_then(|code| AreaCode::parse(&code).ok());
        Self {
            entry: RwSignal::default(),
            search: Search::new(),
            kelurahan: RwSignal::new(kept),
            places: Loading::start(),
        }
    }

    fn screen(self, text: &'static Text, screen: Screen) -> AnyView {
        match screen {
            Screen::Doors => doors(text, self),
            Screen::Kk | Screen::Nik | Screen::Code => typing::view(text, self, screen),
            // Only the points depend on where the counter stands.
            Screen::Points if self.kelurahan.get().is_none() => set_up::view(text, self),
            Screen::Points => points::view(text, self),
        }
    }

    fn go(self, screen: Screen) {
        self.entry.update(|entry| entry.open(screen));
    }

    /// On to what follows the typed number.
    fn next(self) {
        if self.search.is_looking() {
            return;
        }
        if let Some(Next::LookUp(secret)) = self.entry.try_update(Entry::next) {
            self.search.start(secret);
        }
    }

    /// Takes a key of a real keyboard; whether it did.
    fn key(self, name: &str) -> bool {
        let screen = self.entry.read_untracked().screen;
        match name {
            "Escape" => self.wipe(),
            "Enter" if matches!(screen, Screen::Kk | Screen::Nik | Screen::Code) => self.next(),
            name => {
                let Some(key) = self.entry.read_untracked().key(name) else { return false };
                self.entry.update(|entry| entry.press(key));
            }
        }
        true
    }

    /// Nothing of the last visitor stays.
    fn wipe(self) {
        self.entry.set(Entry::default());
        self.search.wipe();
    }

    /// Keeps the kelurahan that the counter stands in.
    fn settle(self, code: AreaCode) {
        // A counter that keeps nothing asks again after the next start.
        Setting::CounterKelurahan.set(code.as_str()).ok();
        self.kelurahan.set(Some(code));
    }
}

fn doors(text: &'static Text, counter: Counter) -> AnyView {
    view! {
        <div class="kiosk__top"><Heading title=text.kiosk().title/></div>
        <div class="kiosk__doors">
            <Button label=text.kiosk().status press=Callback::new(move |()| counter.go(Screen::Kk))/>
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

fn answered(counter: Counter) -> AnyView {
    let mend = Callback::new(move |()| {
        counter.search.ask_again();
        let by_code = counter.entry.read_untracked().screen == Screen::Code;
        counter.go(if by_code { Screen::Code } else { Screen::Kk });
    });
    view! { <div class="kiosk__result">{move || result(&counter.search.stage(), mend)}</div> }.into_any()
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

/// What a screen shows while the places are not there; `Ok` once they are.
fn places(text: &'static Text, counter: Counter) -> Result<std::sync::Arc<ui::places::Places>, AnyView> {
    match counter.places.stage() {
        Reading::Ready(places) => Ok(places),
        Reading::Failed(fault) => Err(view! {
            <p>{ui::text::points::api_fault(text.language, fault)}</p>
            <Button label=text.check().retry press=Callback::new(move |()| counter.places.again())/>
        }
        .into_any()),
        Reading::Looking | Reading::LookingSlowly => {
            Err(view! { <p role="status">{text.points().loading}</p> }.into_any())
        }
    }
}
