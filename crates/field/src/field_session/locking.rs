//! The PIN: who opens a register, and when it closes by itself.

use super::{Active, FieldSession, Phone, parts};
use crate::offline;
use crate::store::{Entry, Store};
use domain::RegistrationCode;
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::lock::{Sealing, code_secret};
use phone::stored::Secret;
use phone::{Lock, Opener, PhoneRegister, Pin, SaveState, StoreFault, UnlockFault, link};
use seal::{RestKey, Stretch};
use ui::browser::{clock, page, persistence, random, service, tabs, writer};
use wire::{Bytes, Enrolment};

/// A page that nobody has touched for longer is locked; one that was out of sight, when it is looked at again.
const LONGEST_ABSENCE_MS: f64 = 300_000.0;

impl FieldSession {
    /// Opens the register at hand with what was typed.
    ///
    /// # Errors
    /// The [`UnlockFault`].
    pub async fn unlock(self, opener: Opener, typed: &str) -> Result<(), UnlockFault> {
        let Some((store, owner, key)) = self.try_lock(opener, typed).await? else { return Ok(()) };
        if self.covered.get_untracked() {
            self.covered.set(false);
            self.retry_save();
        } else {
            self.open_register(&store, owner, key).await;
        }
        Ok(())
    }

    /// Whether whoever holds the phone knows what opens the list that lies open: its PIN, or its backup code.
    ///
    /// # Errors
    /// The [`UnlockFault`].
    pub async fn ask_holder(self, typed: &str) -> Result<(), UnlockFault> {
        let opener = if RegistrationCode::parse(typed).is_ok() { Opener::Code } else { Opener::Pin };
        self.try_lock(opener, typed).await.map(|_| ())
    }

    /// Tries what was typed on the lock at hand; its key. `None` where there is no lock any more.
    async fn try_lock(
        self,
        opener: Opener,
        typed: &str,
    ) -> Result<Option<(Store, String, RestKey)>, UnlockFault> {
        let Some(store) = self.store.get_value() else { return Err(UnlockFault::Device) };
        let Some(at_hand) = self.at_hand() else { return Ok(None) };
        let owner = at_hand.owner();
        // As it is kept: another tab may have counted tries meanwhile.
        let locks = store.locks().await.map_err(UnlockFault::Store)?;
        let Some(mut lock) = locks.into_iter().find(|lock| lock.owner() == owner) else { return Ok(None) };
        lock.recount(&at_hand);
        let secret = match opener {
            Opener::Pin => {
                let wait = lock.wait(clock::now());
                if wait > 0.0 {
                    return Err(UnlockFault::Wait(seconds(wait)));
                }
                lock.note_try(clock::now());
                self.count(&store, &lock).await?;
                lock.kind.secret(typed)
            }
            Opener::Code => code_secret(&RegistrationCode::parse(typed).map_err(|_| UnlockFault::Wrong)?),
        };
        let key = lock.open(opener, &stretched(secret, &lock.stretch).await?).ok_or(UnlockFault::Wrong)?;
        lock.forgive();
        self.count(&store, &lock).await?;
        Ok(Some((store, owner, key)))
    }

    /// Keeps how often a PIN was tried, here too. A phone without room opens all the same: what is kept there must be seen, to
    /// be backed up, and what is only on a covered page must be saved.
    async fn count(self, store: &Store, counted: &Lock) -> Result<(), UnlockFault> {
        // Nothing is drawn anew for that.
        self.phone.update_untracked(|phone| match phone {
            Phone::Locked(locks) => locks.iter_mut().take(1).for_each(|lock| lock.clone_from(counted)),
            Phone::Of(active) => active.lock = Some(counted.clone()),
            Phone::Opening | Phone::Closed(_) | Phone::Free => {}
        });
        match store.put_lock(counted).await {
            Err(fault) if fault != StoreFault::Full && !self.covered.get_untracked() => {
                Err(UnlockFault::Store(fault))
            }
            _ => Ok(()),
        }
    }

    /// Whether this phone keeps anything, and so has something to lock.
    pub fn keeps(self) -> bool {
        self.store.with_value(Option::is_some)
    }

    /// The locks of the lists on this phone, if none of them is open to see; the first is at hand.
    pub fn locks(self) -> Vec<Lock> {
        match &*self.phone.read_untracked() {
            Phone::Locked(locks) => locks.clone(),
            Phone::Of(active) if self.covered.get_untracked() => active.lock.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The lock that a PIN is asked for.
    fn at_hand(self) -> Option<Lock> {
        match &*self.phone.read_untracked() {
            Phone::Locked(locks) => locks.first().cloned(),
            Phone::Of(active) => active.lock.clone(),
            Phone::Opening | Phone::Closed(_) | Phone::Free => None,
        }
    }

    async fn open_register(self, store: &Store, owner: String, key: RestKey) {
        self.register_store.set_value(Some(store.register(owner, key)));
        self.reload().await;
        self.set_to_work();
    }

    /// Makes ready for the work with a register that is open now.
    fn set_to_work(self) {
        // The next house may have no signal.
        offline::keep_all();
        self.ask_to_write(writer::Ask::Wait);
        // Nobody waits for the line.
        spawn_local(self.sync());
    }

    /// Closes the register: the PIN is asked for again. Where something is on the page only, the register is covered until that is
    /// kept: nobody sees it without the PIN, and nothing typed is lost.
    pub fn lock(self) {
        if self.save_state.get_untracked() != SaveState::Saved {
            self.cover();
            return;
        }
        self.register_store.set_value(None);
        // A new page: nothing of the register stays in memory.
        page::reload();
    }

    fn cover(self) {
        self.covered.set(self.at_hand().is_some());
    }

    /// The same while nobody may be there: a list that is being brought in, or a link that waits for an answer, stays too.
    pub(super) fn lock_unattended(self) {
        if self.release.is_unsaved_at("") { self.cover() } else { self.lock() }
    }

    /// Closes the register that lies open before nobody.
    pub(super) fn lock_if_idle(self) {
        let is_open = untrack(|| self.active(|active| active.lock.is_some())) == Some(true);
        let idle_ms = clock::now() - self.stirred_at.get_value();
        if is_open && !self.covered.get_untracked() && idle_ms > LONGEST_ABSENCE_MS {
            self.lock_unattended();
        }
    }

    /// Puts another register at hand: its PIN is asked for.
    pub async fn switch(self, owner: String) {
        let Some(store) = self.store.get_value() else { return };
        if let Err(fault) = store.set_active(&owner).await {
            self.save_state.set(SaveState::Failed(fault));
            return;
        }
        if untrack(|| self.active(|_| ())).is_some() {
            self.lock();
        } else {
            self.reload().await;
        }
    }

    /// Makes this the phone of an RT, with a PIN. The open register of the same RT gets the new link and keeps the rest.
    ///
    /// # Errors
    /// The [`UnlockFault`].
    pub async fn activate(self, enrolment: Enrolment, pin: Option<Pin>) -> Result<(), UnlockFault> {
        let is_known = self.peek(|register| link::owner(&register.enrolment) == link::owner(&enrolment));
        if is_known == Some(true) {
            let whole = parts::WHOLE.arrive().await.ok_or(UnlockFault::Device)?;
            (whole.renew)(self, enrolment).await?;
        } else {
            self.begin(PhoneRegister::new(enrolment), &[], None, pin).await?;
        }
        self.link.set(None);
        Ok(())
    }

    /// Gives the open register a new link, and keeps the rest.
    pub(super) async fn renew(self, enrolment: Enrolment) -> Result<(), UnlockFault> {
        let Some((register, code)) = self.open_one() else { return Ok(()) };
        let register = register.under(enrolment);
        let holds = Entry::all(&register).ok_or(UnlockFault::Device)?;
        self.begin(register, &holds, code, None).await
    }

    /// The open register, and the code of its backups.
    fn open_one(self) -> Option<(PhoneRegister, Option<RegistrationCode>)> {
        untrack(|| self.active(|active| (active.register.clone(), active.code)))
    }

    /// Whether a register of this name is on the phone and closed.
    pub fn has_locked(self, owner: &str) -> bool {
        self.phone.with(|phone| match phone {
            Phone::Locked(locks) => locks.iter().any(|lock| lock.owner() == owner),
            Phone::Of(active) => active.others.iter().any(|lock| lock.owner() == owner),
            Phone::Opening | Phone::Closed(_) | Phone::Free => false,
        })
    }

    /// Begins a register on this phone, or changes its PIN: under a new lock, or under the one it has. `holds` is what of it
    /// is not kept yet.
    pub(super) async fn begin(
        self,
        register: PhoneRegister,
        holds: &[Entry],
        code: Option<RegistrationCode>,
        pin: Option<Pin>,
    ) -> Result<(), UnlockFault> {
        let Some(store) = self.store.get_value() else {
            // A browser that keeps nothing has nothing to lock.
            let (lock, others) = (None, Vec::new());
            self.phone.set(Phone::Of(Box::new(Active { register, code, unreadable: 0, lock, others })));
            return Ok(());
        };
        let owner = link::owner(&register.enrolment);
        let open = self.register_store.get_value().filter(|register_store| register_store.owner() == owner);
        let chance = || random::bytes().ok_or(UnlockFault::Device);
        let code = match code {
            Some(code) => code,
            None => RegistrationCode::from_random(random::bytes().ok_or(UnlockFault::Device)?),
        };
        let key = match &open {
            Some(register_store) => register_store.key().clone(),
            None => RestKey::from_bytes(random::bytes().ok_or(UnlockFault::Device)?),
        };
        let lock = match pin {
            None => self.at_hand().ok_or(UnlockFault::Device)?,
            Some(pin) => {
                let stretch = Stretch::new(random::bytes().ok_or(UnlockFault::Device)?);
                let under_pin = stretched(pin.secret(), &stretch).await?;
                let under_code = stretched(code_secret(&code), &stretch).await?;
                let nonces = [chance()?, chance()?];
                let (kind, pin, code) = (pin.kind(), &under_pin, &under_code);
                let sealing = Sealing { stretch, kind, pin, code, nonces };
                Lock::new(&register.enrolment, &key, sealing).ok_or(UnlockFault::Device)?
            }
        };
        let register_store = store.register(owner.clone(), key.clone());
        let secret = Secret { enrolment: register.enrolment.clone(), code };
        register_store.begin(&lock, &secret, holds).await.map_err(UnlockFault::Store)?;
        // Whatever it answers, the page of this phone says how it stands.
        spawn_local(async {
            persistence::ask().await;
        });
        tabs::tell();
        if open.is_some() {
            self.reload().await;
            return Ok(());
        }
        // All of it is at hand: what reads it back is not needed yet.
        let mut others = store.locks().await.map_err(UnlockFault::Store)?;
        others.retain(|other| other.owner() != owner);
        let (code, lock) = (Some(code), Some(lock));
        self.register_store.set_value(Some(register_store));
        self.show(Phone::Of(Box::new(Active { register, code, unreadable: 0, lock, others })));
        self.set_to_work();
        Ok(())
    }

    /// Sets another PIN.
    ///
    /// # Errors
    /// The [`UnlockFault`].
    pub async fn change_pin(self, pin: Pin) -> Result<(), UnlockFault> {
        let Some((register, code)) = self.open_one() else { return Ok(()) };
        self.begin(register, &[], code, Some(pin)).await
    }

    /// Leaves with the service worker, while one page gives way to the next, what a reload would ask for again: the key of the
    /// open register, and the link that nobody has answered yet.
    pub(super) fn hand_key_to_worker(self) {
        let open = self.register_store.get_value().filter(|_| !self.covered.get_untracked());
        let key = open.map(|register_store| {
            let key = Bytes(register_store.key().as_bytes().to_vec()).to_string();
            [register_store.owner(), "#", &key].concat()
        });
        let link = self.link_text.get_value().filter(|_| matches!(*self.link.read_untracked(), Some(Ok(_))));
        if key.is_some() || link.is_some() {
            service::leave(
                &[key.as_deref().unwrap_or("#"), "#", link.as_deref().unwrap_or_default()].concat(),
            );
        }
    }

    /// Takes back what the page before has left.
    pub(super) async fn claim_key(self) {
        let Some(left) = service::take().await else { return };
        let mut parts = left.splitn(3, '#');
        let (owner, key, link) = (parts.next(), parts.next(), parts.next());
        if let (Some(store), Some(owner), Some(key)) = (self.store.get_value(), owner, key)
            && let Some(key) = Bytes::parse(key).and_then(|key| key.array())
        {
            self.register_store.set_value(Some(store.register(owner.to_owned(), RestKey::from_bytes(key))));
            self.ask_to_write(writer::Ask::Wait);
        }
        if let Some(link) = link.filter(|link| !link.is_empty())
            && self.link_text.with_value(Option::is_none)
        {
            self.open_link(link);
        }
    }

    /// Notes when the page is put out of sight; one that comes back late is locked, one that comes back soon asks what
    /// is new.
    pub(super) fn on_hidden(self) {
        if !page::is_visible() {
            self.hidden_at.set_value(Some(clock::now()));
            return;
        }
        let hidden_at = self.hidden_at.try_update_value(Option::take).flatten();
        if hidden_at.is_some_and(|at| clock::now() - at > LONGEST_ABSENCE_MS) {
            self.lock_unattended();
        } else {
            spawn_local(self.sync());
        }
    }
}

/// What was typed as a key.
pub(super) async fn stretched(secret: String, stretch: &Stretch) -> Result<RestKey, UnlockFault> {
    let derived = ui::stretch::derive(&stretch.derivation(&secret)).await;
    derived.ok().flatten().and_then(|key| RestKey::from_derived(&key)).ok_or(UnlockFault::Device)
}

/// Milliseconds as whole seconds, upwards.
fn seconds(milliseconds: f64) -> u32 {
    let wait = std::time::Duration::from_secs(1).mul_f64(milliseconds.max(0.0) / 1000.0);
    wait.as_millis().div_ceil(1000).try_into().unwrap_or(u32::MAX)
}
