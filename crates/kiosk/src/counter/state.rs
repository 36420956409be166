//! What the counter is at: the screen, what is typed, the look-up, where it stands.

use super::burst::{Burst, END_MS, Heard};
use super::entry::{Entry, Next, Screen};
use domain::{AreaCode, RegistrationCode};
use leptos::prelude::*;
use ui::browser::clock;
use ui::browser::keys;
use ui::lookup::draft::Mend;
use ui::part::button::Button;
use ui::part::long_wait::long_wait;
use ui::places::loading::{Loading, Stage as Reading};
use ui::release::{Release, release};
use ui::search::Search;
use ui::session::{Session, session};
use ui::settings::Setting;
use ui::text::{Language, Text};

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
    /// What a scanner types, and what was typed before it began.
    burst: StoredValue<(Burst, Entry)>,
    session: Session,
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
            burst: StoredValue::default(),
            session: session(),
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
        self.entry.update(|entry| entry.take_code(code));
        self.next();
    }

    /// Takes what a handheld scanner has typed. Over an answer another family comes; the same card once more changes nothing.
    fn take_scan(self, scan: &str) {
        // As all stood before its first key.
        let before = self.burst.with_value(|(_, before)| before.clone());
        let is_answered = untrack(|| self.search.is_answered());
        let Some(today) = clock::today() else { return };
        let mut scanned = before.clone();
        if !scanned.take_scan(scan, today) {
            // Nothing of ours, or the same again: as before the scan.
            return self.entry.set(if is_answered { before } else { scanned });
        }
        if is_answered {
            self.wipe();
            scanned = Entry::default();
            scanned.take_scan(scan, today);
        }
        self.search.ask_again();
        self.entry.set(scanned);
        if self.entry.read_untracked().draft.secret().is_ok() {
            self.next();
        }
    }

    /// Back from where nothing was found, with what was typed, as far as it need not be typed again.
    pub(super) fn mend(self, how: Mend) {
        self.search.ask_again();
        let asks = self.entry.try_update(|entry| {
            let asks = entry.draft.mend(how);
            entry.open(match (how, entry.screen) {
                (Mend::All, Screen::Code) => Screen::Code,
                (Mend::All, _) => Screen::Kk,
                (Mend::Nik | Mend::Exchange, _) => Screen::Nik,
            });
            asks
        });
        if asks == Some(true) {
            self.next();
        }
    }

    /// Takes a key of a real keyboard or a handheld scanner; whether it did.
    pub(super) fn key(self, key: &keys::Key) -> bool {
        let now = self.entry.get_untracked();
        let heard = self.burst.try_update_value(|(burst, before)| {
            if burst.begins(&key.name, key.at_ms) {
                *before = now;
            }
            burst.press(&key.name, key.at_ms)
        });
        match heard {
            Some(Heard::Scan(scan)) => {
                self.take_scan(&scan);
                true
            }
            Some(Heard::Scanning) => {
                let at_ms = key.at_ms;
                clock::after(u64::from(END_MS), move || {
                    let scan = self.burst.try_update_value(|(burst, _)| burst.end(at_ms)).flatten();
                    if let Some(scan) = scan {
                        self.take_scan(&scan);
                    }
                });
                true
            }
            _ => !key.is_taken && self.typed(&key.name),
        }
    }

    /// Takes a key that somebody typed; whether it did.
    fn typed(self, name: &str) -> bool {
        let (screen, is_answered) =
            (self.entry.read_untracked().screen, untrack(|| self.search.is_answered()));
        match name {
            "Escape" => self.wipe(),
            // Who reads an answer types nothing; a scanner may.
            _ if is_answered => return false,
            "Enter" if matches!(screen, Screen::Kk | Screen::Nik | Screen::Code) => self.next(),
            name => {
                let begins = screen == Screen::Doors && Entry::begins_code(name);
                if begins {
                    self.go(Screen::Code);
                }
                let Some(key) = self.entry.read_untracked().key(name) else { return begins };
                self.entry.update(|entry| entry.press(key));
            }
        }
        true
    }

    /// Nothing of the last visitor stays, and the language is that of the first.
    pub(super) fn wipe(self) {
        self.entry.set(Entry::default());
        self.burst.set_value(Default::default());
        self.search.wipe();
        self.session.speak(Language::default());
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
            let says = text.points().loading;
            Err(view! { <div role="status"><p>{says}</p>{long_wait()}</div> }.into_any())
        }
    }
}
