//! What the counter is at: the screen, what is typed, the look-up, where it stands.

use super::entry::{Entry, Next, Screen};
use domain::{AreaCode, RegistrationCode};
use leptos::prelude::*;
use ui::lookup::draft::Draft;
use ui::part::button::Button;
use ui::places::loading::{Loading, Stage as Reading};
use ui::release::{Release, release};
use ui::search::Search;
use ui::settings::Setting;
use ui::text::Text;

/// The counter. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub(super) struct Counter {
    /// What is typed.
    pub(super) entry: RwSignal<Entry>,
    /// The look-up.
    pub(super) search: Search,
    /// The kelurahan that it stands in; `None` until the staff has chosen.
    pub(super) kelurahan: RwSignal<Option<AreaCode>>,
    /// Points and areas.
    pub(super) places: Loading,
    release: Release,
}

impl Counter {
    /// As it stands after a start.
    pub(super) fn open() -> Self {
        let kept = Setting::CounterKelurahan.get().and_then(|code| AreaCode::parse(&code).ok());
        Self {
            entry: RwSignal::default(),
            search: Search::default(),
            kelurahan: RwSignal::new(kept),
            places: Loading::start(),
            release: release(),
        }
    }

    /// Goes to a screen.
    pub(super) fn go(self, screen: Screen) {
        self.entry.update(|entry| entry.open(screen));
    }

    /// On to what follows the typed number.
    pub(super) fn next(self) {
        if self.search.is_looking() {
            return;
        }
        if let Some(Next::LookUp(secret)) = self.entry.try_update(Entry::next) {
            self.search.start(secret);
        }
    }

    /// Looks up by a code that the camera has seen.
    pub(super) fn take_scanned(self, code: RegistrationCode) {
        self.entry.update(|entry| {
            entry.draft = Draft::by_code(&code.to_string());
            entry.open(Screen::Code);
        });
        self.next();
    }

    /// Takes a key of a real keyboard; whether it did.
    pub(super) fn key(self, name: &str) -> bool {
        if Entry::begins_code(name) {
            if untrack(|| self.search.is_answered()) {
                self.wipe();
            }
            if self.entry.read_untracked().screen == Screen::Doors {
                self.go(Screen::Code);
            }
        }
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
    pub(super) fn wipe(self) {
        self.entry.set(Entry::default());
        self.search.wipe();
        self.release.step();
    }

    /// Keeps the kelurahan that the counter stands in.
    pub(super) fn settle(self, code: AreaCode) {
        // A counter that keeps nothing asks again after the next start.
        Setting::CounterKelurahan.set(code.as_str()).ok();
        self.kelurahan.set(Some(code));
    }
}

/// What a screen shows while the places are not there; `Ok` once they are.
pub(super) fn places(
    text: &'static Text,
    counter: Counter,
) -> Result<std::sync::Arc<ui::places::Places>, AnyView> {
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
