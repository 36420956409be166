//! What the pages for the head of an RT share while the app is open: the register, kept as it is typed, and its way to
//! the offices and back.

mod keeping;
mod sending;

pub use sending::SendFault;

use crate::browser::{clock, history, tabs};
use crate::register::{LinkFault, Register, link};
use crate::store::{Loaded, Store, StoreFault};
use domain::Date;
use keeping::Queue;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::Enrolment;

/// The desk. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Whose phone it is.
    pub phone: RwSignal<Phone>,
    /// A link that was opened, before its owner has said what to do with it.
    pub link: RwSignal<Option<Result<Enrolment, LinkFault>>>,
    /// How the keeping goes.
    pub keeping: RwSignal<Keeping>,
    /// Why the last list was not sealed.
    pub send_fault: RwSignal<Option<SendFault>>,
    /// A list is being sealed or sent.
    pub sending: RwSignal<bool>,
    store: StoredValue<Option<Store>, LocalStorage>,
    queue: StoredValue<Queue>,
    opened: StoredValue<bool>,
}

/// Whose phone it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phone {
    /// Not known yet.
    Opening,
    /// Nobody's: no RT is active.
    Free,
    /// The phone of an RT.
    Of(Box<Active>),
}

/// The RT at work.
#[derive(Clone, Debug, PartialEq)]
pub struct Active {
    /// Its register.
    pub register: Register,
    /// Records on the phone that this version cannot read; they are left alone.
    pub unreadable: usize,
    /// Other RTs that keep families here.
    pub others: Vec<Enrolment>,
}

/// How the keeping goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// All that was typed is on the phone.
    Kept,
    /// The last letters are on their way.
    Busy,
    /// The phone does not take it: it is on the page only.
    Failed(StoreFault),
}

impl Desk {
    /// Sets the desk up; nothing is read before [`Desk::open`].
    pub fn provide() {
        provide_context(Self {
            phone: RwSignal::new(Phone::Opening),
            link: RwSignal::new(None),
            keeping: RwSignal::new(Keeping::Kept),
            send_fault: RwSignal::new(None),
            sending: RwSignal::new(false),
            store: StoredValue::new_local(None),
            queue: StoredValue::new(Queue::default()),
            opened: StoredValue::new(false),
        });
    }

    /// Comes to the desk: takes the secret of an enrolment link out of the address, and reads what the phone keeps.
    pub fn open(self) {
        self.take_link();
        if self.opened.try_update_value(|opened| std::mem::replace(opened, true)) == Some(true) {
            return;
        }
        tabs::on_told(move || spawn_local(self.reload()));
        // Both stay for as long as the app is open. A link may be pasted into the address of an open page.
        let _ = window_event_listener(ev::hashchange, move |_| self.take_link());
        let _ = window_event_listener(ev::online, move |_| spawn_local(self.reach_out()));
        spawn_local(async move {
            match Store::open().await {
                Ok(store) => self.store.set_value(Some(store)),
                Err(fault) => self.keeping.set(Keeping::Failed(fault)),
            }
            self.reload().await;
            self.reach_out().await;
        });
    }

    fn take_link(self) {
        if let Some(fragment) = history::take_fragment() {
            self.link.set(Some(link::read(&fragment)));
        }
    }

    /// Makes this the phone of an RT.
    pub fn activate(self, enrolment: Enrolment) {
        spawn_local(async move {
            match self.store.get_value() {
                Some(store) => {
                    if let Err(fault) = store.activate(&enrolment).await {
                        self.keeping.set(Keeping::Failed(fault));
                    }
                    self.reload().await;
                    tabs::tell();
                }
                None => self.phone.set(Phone::Of(Box::new(Active {
                    register: Register::new(enrolment),
                    unreadable: 0,
                    others: Vec::new(),
                }))),
            }
            self.link.set(None);
            self.reach_out().await;
        });
    }

    /// Forgets the RT and everything of it on this phone.
    pub fn wipe(self) {
        let Some(owner) = self.with(|register| link::owner(&register.enrolment)) else { return };
        spawn_local(async move {
            let wiped = match self.store.get_value() {
                Some(store) => store.wipe(&owner).await,
                None => Ok(()),
            };
            match wiped {
                Ok(()) => self.phone.set(Phone::Free),
                Err(fault) => self.keeping.set(Keeping::Failed(fault)),
            }
            // Another RT may have families here.
            self.reload().await;
            tabs::tell();
        });
    }

    /// Looks into the register, following it; `None` on a phone of nobody.
    pub fn with<T>(self, look: impl FnOnce(&Register) -> T) -> Option<T> {
        self.phone.with(|phone| match phone {
            Phone::Of(active) => Some(look(&active.register)),
            Phone::Opening | Phone::Free => None,
        })
    }

    /// Looks into the register once.
    pub fn peek<T>(self, look: impl FnOnce(&Register) -> T) -> Option<T> {
        untrack(|| self.with(look))
    }

    fn update(self, change: impl FnOnce(&mut Register)) {
        self.phone.update(|phone| {
            if let Phone::Of(active) = phone {
                change(&mut active.register);
            }
        });
    }

    /// Reads again what the phone keeps, unless something typed here is not kept yet: then after that.
    async fn reload(self) {
        let Some(store) = self.store.get_value() else {
            if self.phone.read_untracked() == Phone::Opening {
                self.phone.set(Phone::Free);
            }
            return;
        };
        let loaded = store.load().await;
        if self.queue.try_update_value(Queue::postpones_reload) == Some(true) {
            return;
        }
        let phone = match loaded {
            Ok(Some(Loaded { register, unreadable, others })) => {
                Phone::Of(Box::new(Active { register, unreadable, others }))
            }
            Ok(None) => Phone::Free,
            Err(fault) => {
                self.keeping.set(Keeping::Failed(fault));
                return;
            }
        };
        if *self.phone.read_untracked() != phone {
            self.phone.set(phone);
        }
    }
}

/// The desk of this app.
pub fn desk() -> Desk {
    expect_context()
}

/// Today, as far as the phone knows.
pub fn today() -> Date {
    clock::today().unwrap_or(Date::LAST)
}
