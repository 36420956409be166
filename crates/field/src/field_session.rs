//! What the pages for the head of an RT share while the app is open: the register, kept as it is typed, and its way to
//! the offices and back.

mod backup;
mod importing;
mod locking;
mod parts;
mod queue;
mod reading;
mod saving;
mod sending;

use crate::route::{Address, RtRoute};
use crate::store::{Events, RegisterStore, Store};
use domain::{Date, RegistrationCode};
use futures::lock::Mutex;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{Backoff, FamilySearch, LinkFault, Lock, PhoneRegister, SaveState, SendFault, StoreFault, link};
use queue::Queue;
use std::cell::Cell;
use std::rc::Rc;
use ui::browser::release as newer;
use ui::browser::{clock, history, keys, tabs, writer};
use ui::host_clock;
use ui::release::{self, Release};
use ui::trust::{self, TrustFault};
use wire::Enrolment;

/// The desk. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct FieldSession {
    /// Whose phone it is.
    pub phone: RwSignal<Phone>,
    /// A link that was opened, before its owner has said what to do with it.
    pub link: RwSignal<Option<Result<Enrolment, LinkFault>>>,
    /// The link as it was opened: a reload before its owner has said so forgets nothing.
    link_text: StoredValue<Option<String>>,
    /// The link waits until the list that it is for is unlocked.
    pub link_waits: RwSignal<bool>,
    /// How the keeping goes.
    pub save_state: RwSignal<SaveState>,
    /// Why the last list was not sealed.
    pub send_fault: RwSignal<Option<SendFault>>,
    /// A list is being sealed.
    pub sealing: RwSignal<bool>,
    /// Lists are on their way; on a bad line that takes long, and nothing else waits for it.
    pub sending: RwSignal<bool>,
    /// Whether this tab writes; another one may, and this one follows it.
    pub writing: RwSignal<bool>,
    /// A new version of the app waits to be taken over.
    pub update: RwSignal<bool>,
    /// The open register is out of sight until its PIN is typed.
    pub covered: RwSignal<bool>,
    /// What is looked for in the list.
    pub search: RwSignal<FamilySearch>,
    release: Release,
    store: StoredValue<Option<Store>, LocalStorage>,
    register_store: StoredValue<Option<RegisterStore>, LocalStorage>,
    queue: StoredValue<Queue>,
    /// Whoever reads the store for the page, or changes both, has it for so long: what was read before a change is never
    /// shown after it.
    turn: StoredValue<Rc<Mutex<()>>, LocalStorage>,
    backoff: StoredValue<Backoff>,
    /// An attempt to send is planned.
    planned: StoredValue<bool>,
    opened: StoredValue<bool>,
    /// When the page was last hidden, in milliseconds.
    hidden_at: StoredValue<Option<f64>>,
    /// When somebody last touched the page or typed, in milliseconds.
    stirred_at: StoredValue<f64>,
}

/// Whose phone it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phone {
    /// Not known yet.
    Opening,
    /// What is on it cannot be opened now: a later version of the app was here, or an older one is open in another tab.
    Closed(StoreFault),
    /// Nobody's: there is no register.
    Free,
    /// There are registers, the first of them at hand, and none is open.
    Locked(Vec<Lock>),
    /// The phone of an RT.
    Of(Box<Active>),
}

/// The RT at work.
#[derive(Clone, Debug, PartialEq)]
pub struct Active {
    /// Its register.
    pub register: PhoneRegister,
    /// The code of its backups; `None` where the phone keeps nothing.
    pub code: Option<RegistrationCode>,
    /// Records on the phone that this version cannot read; they are left alone.
    pub unreadable: usize,
    /// The lock of the register; `None` where the phone keeps nothing.
    pub lock: Option<Lock>,
    /// Other registers on this phone.
    pub others: Vec<Lock>,
}

/// A lock that no other tab holds is granted sooner.
const LONGEST_GRANT_MS: u64 = 400;

/// How often one looks whether anybody is there.
const IDLE_LOOK_MS: u64 = 2_000;

/// The last letters are kept by then.
const SOON_MS: u64 = 100;

impl FieldSession {
    /// Provides the session; nothing is read before [`FieldSession::open`].
    pub fn provide() {
        let session = Self {
            phone: RwSignal::new(Phone::Opening),
            link: RwSignal::new(None),
            link_text: StoredValue::new(None),
            link_waits: RwSignal::new(false),
            save_state: RwSignal::new(SaveState::Saved),
            send_fault: RwSignal::new(None),
            sealing: RwSignal::new(false),
            sending: RwSignal::new(false),
            writing: RwSignal::new(true),
            update: RwSignal::new(false),
            covered: RwSignal::new(false),
            search: RwSignal::new(FamilySearch::default()),
            // Timers and listeners have no context to find it in.
            release: release::release(),
            store: StoredValue::new_local(None),
            register_store: StoredValue::new_local(None),
            queue: StoredValue::new(Queue::default()),
            turn: StoredValue::new_local(Rc::default()),
            backoff: StoredValue::new(Backoff::default()),
            planned: StoredValue::new(false),
            opened: StoredValue::new(false),
            hidden_at: StoredValue::new(None),
            stirred_at: StoredValue::new(clock::now()),
        };
        provide_context(session);
        session.release.waits_while(move |path| session.is_at_work(path));
        keys::on_stir(move || session.stirred_at.set_value(clock::now()));
        clock::every(IDLE_LOOK_MS, move || session.lock_if_idle());
    }

    /// Whether something on the page is not kept, or somebody is in the middle of a family: a newer version of the app is
    /// then only offered.
    fn is_at_work(self, path: &str) -> bool {
        let is_saved = self.save_state.get_untracked() == SaveState::Saved;
        !is_saved
            || self.link.read_untracked().is_some()
            || matches!(RtRoute::parse(path), Some(RtRoute::Form(_)))
    }

    /// Comes to the desk: takes the secret of an enrolment link out of the address, and reads what the phone keeps.
    pub fn open(self) {
        self.take_link();
        if self.opened.try_update_value(|opened| std::mem::replace(opened, true)) == Some(true) {
            return;
        }
        tabs::on_told(move || spawn_local(self.reload()));
        // All stay for as long as the app is open. A link may be pasted into the address of an open page.
        let _ = window_event_listener(ev::hashchange, move |_| self.take_link());
        let _ = window_event_listener(ev::online, move |_| {
            self.backoff.update_value(Backoff::reset);
            spawn_local(self.sync());
        });
        let _ = window_event_listener(ev::visibilitychange, move |_| self.on_hidden());
        let _ = window_event_listener(ev::beforeunload, move |event| {
            // The browser asks, in words of its own.
            if self.save_state.get_untracked() != SaveState::Saved {
                event.prevent_default();
            }
        });
        let _ = window_event_listener(ev::pagehide, move |_| self.hand_key_to_worker());
        let _ = window_event_listener_untyped(newer::UPDATE, move |_| self.update.set(true));
        self.update.set(newer::is_waiting());
        spawn_local(async move {
            let events = Events {
                on_blocked: move || self.phone.set(Phone::Closed(StoreFault::Blocked)),
                on_outdated: move || self.give_way(),
            };
            match Store::open(events).await {
                Ok(store) => self.store.set_value(Some(store)),
                Err(StoreFault::Outdated) => return self.phone.set(Phone::Closed(StoreFault::Outdated)),
                Err(fault) => self.save_state.set(SaveState::Failed(fault)),
            }
            self.claim_key().await;
            self.reload().await;
            self.sync().await;
        });
    }

    /// Closes the database for a newer version of the app in another tab, once all that was typed is saved.
    fn give_way(self) {
        self.once_saved(move |saved| {
            if saved {
                self.store.with_value(|store| store.iter().for_each(Store::close));
                self.phone.set(Phone::Closed(StoreFault::Outdated));
            } else {
                clock::after(SOON_MS, move || self.give_way());
            }
        });
    }

    fn take_link(self) {
        if let Some(fragment) = history::take_fragment() {
            self.open_link(&fragment);
        }
    }

    /// Reads a link, and has the browser tell whether our office made it.
    pub fn open_link(self, text: &str) {
        self.link_waits.set(false);
        self.link_text.set_value(Some(text.to_owned()));
        let signed = match link::read(text) {
            Ok(signed) => signed,
            Err(fault) => return self.link.set(Some(Err(fault))),
        };
        spawn_local(async move {
            let read = match trust::enrolment(&signed).await {
                Ok(()) => link::enrolment(&signed.document),
                Err(TrustFault::NoCrypto) => Err(LinkFault::Unchecked),
                Err(_) => Err(LinkFault::Foreign),
            };
            self.link.set(Some(read));
        });
    }

    /// Puts the list of the link at hand, whose PIN is asked for; then the link is asked about again.
    pub async fn unlock_for_link(self, owner: String) {
        self.switch(owner).await;
        self.link_waits.set(true);
    }

    /// Loads the page anew, in the version of the app that waits if there is one.
    pub fn reload_app(self) {
        if newer::is_waiting() { newer::take_over(None) } else { ui::browser::page::reload() }
    }

    /// Takes the new version of the app over, once all that was typed is kept.
    pub fn accept_update(self) {
        self.once_saved(move |kept| {
            // What is on the page only would be lost.
            if kept {
                self.hand_key_to_worker();
                newer::take_over(None);
            }
        });
    }

    /// Does something once all that was typed is kept, or the phone has not taken it.
    pub fn once_saved(self, then: impl FnOnce(bool) + 'static) {
        match self.save_state.get_untracked() {
            SaveState::Saved => then(true),
            SaveState::Saving => clock::after(SOON_MS, move || self.once_saved(then)),
            SaveState::Failed(_) => then(false),
        }
    }

    /// Writes here from now on, and no longer in the tab that does.
    pub fn take_over(self) {
        self.ask_to_write(writer::Ask::Take);
    }

    fn ask_to_write(self, how: writer::Ask) {
        let Some(owner) = self
            .register_store
            .with_value(|register_store| register_store.as_ref().map(|it| it.owner().to_owned()))
        else {
            return;
        };
        let granted = Rc::new(Cell::new(false));
        let answer = granted.clone();
        if how == writer::Ask::Wait {
            // Only where another tab really holds it: a lock that is free comes at once.
            clock::after(LONGEST_GRANT_MS, move || self.writing.set(granted.get()));
        }
        let asked = owner.clone();
        writer::ask(&owner, how, move |ours| {
            let current = self.register_store.try_with_value(|register_store| {
                register_store.as_ref().is_some_and(|register_store| register_store.owner() == asked)
            });
            answer.set(ours);
            if current == Some(true) {
                self.writing.set(ours);
                spawn_local(async move {
                    // What the other tab has written last.
                    self.reload().await;
                    self.sync().await;
                });
            }
        });
    }

    /// Looks into the register, following it; `None` on a phone of nobody.
    pub fn with<T>(self, look: impl FnOnce(&PhoneRegister) -> T) -> Option<T> {
        self.active(|active| look(&active.register))
    }

    /// Looks into the register once.
    pub fn peek<T>(self, look: impl FnOnce(&PhoneRegister) -> T) -> Option<T> {
        untrack(|| self.with(look))
    }

    /// Looks at the RT at work, following it.
    pub fn active<T>(self, look: impl FnOnce(&Active) -> T) -> Option<T> {
        self.phone.with(|phone| match phone {
            Phone::Of(active) => Some(look(active)),
            Phone::Opening | Phone::Closed(_) | Phone::Free | Phone::Locked(_) => None,
        })
    }

    fn update(self, change: impl FnOnce(&mut PhoneRegister)) {
        self.phone.update(|phone| {
            if let Phone::Of(active) = phone {
                change(&mut active.register);
            }
        });
    }
}

/// The desk of this app.
pub fn field_session() -> FieldSession {
    expect_context()
}

/// Today, as far as the phone knows: where its clock is wrong by days, as the host says.
pub fn today() -> Date {
    host_clock::other_day().or_else(clock::today).unwrap_or(Date::LAST)
}
