//! Sealing the list, bringing it to the drop box, and asking what became of it.

use super::{FieldSession, parts, today};
use crate::drop_box::{self, Sender};
use crate::sealing;
use ::worker::sealing::{Answer, Failure, Job};
use domain::HouseholdList;
use domain::limits::FAMILIES;
use futures::future::join_all;
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{
    Address, Attempt, Backoff, Delivery, ListVersion, PhoneRegister, SaveState, SendFault, StoreFault,
};
use ui::api;
use ui::browser::{clock, random, service, share, tabs};
use ui::worker::WorkerFault;
use wire::{Enrolment, HouseholdListDto, Outcome};

impl FieldSession {
    /// Seals the whole list and keeps it; from then on it finds its way by itself. `false` if no list was kept.
    pub async fn send(self) -> bool {
        if self.sealing.get_untracked() {
            return false;
        }
        self.sealing.set(true);
        let mut sealed = self.seal().await;
        if sealed == Err(SendFault::Store(StoreFault::Taken)) {
            // Another tab was quicker: the next number, and what it knew better.
            self.reload().await;
            sealed = self.seal().await;
        }
        self.send_fault.set(sealed.err());
        self.sealing.set(false);
        self.backoff.update_value(Backoff::reset);
        tabs::tell();
        spawn_local(self.sync());
        sealed.is_ok()
    }

    async fn seal(self) -> Result<(), SendFault> {
        let Some((enrolment, list)) =
            self.peek(|register| (register.enrolment.clone(), register.list(today())))
        else {
            return Ok(());
        };
        let (file, text) = seal_list(&enrolment, &list).await?;
        let sender = identify(&enrolment).await.ok_or(SendFault::Device)?;
        let version = ListVersion {
            number: list.edition,
            declared_on: list.declared_on,
            families: list.households.len(),
            file,
            text,
            delivery: Delivery::OnPhone,
        };
        let address = folder(&enrolment).map(|folder| Address {
            url: [&folder, &version.file].map(String::as_str).concat(),
            authorization: sender.authorization(),
        });
        let turn = self.turn.get_value();
        let _turn = turn.lock().await;
        // What was typed while the list was sealed stands: it is noted on the register as it is now.
        let Some(mut register) = self.peek(Clone::clone) else { return Ok(()) };
        register.seal(&list, version.clone());
        match self.register_store.get_value() {
            Some(register_store) => {
                register_store
                    .add_list_version(&register, &version, address)
                    .await
                    .map_err(SendFault::Store)?;
            }
            // The page says already that this phone keeps nothing.
            None => self.save_state.set(SaveState::Failed(StoreFault::Unavailable)),
        }
        self.update(|register| register.seal(&list, version));
        Ok(())
    }

    /// Brings every list that is due to the drop box, and asks what became of those before.
    pub async fn sync(self) {
        if self.peek(|_| ()).is_some()
            && let Some(whole) = parts::WHOLE.arrive().await
        {
            (whole.sync)(self).await;
        }
    }

    pub(super) async fn sync_now(self) {
        let due = |version: &ListVersion| version.delivery.is_due();
        self.sync_lists(due).await;
    }

    /// Tries all lists again that have not arrived, also those that were refused.
    pub async fn try_again(self) {
        self.backoff.update_value(Backoff::reset);
        self.sync_lists(|version| version.delivery.may_arrive()).await;
    }

    async fn sync_lists(self, wanted: fn(&ListVersion) -> bool) {
        let Some(register) = self.peek(Clone::clone) else { return };
        if self.sending.get_untracked() || !self.writing.get_untracked() {
            return;
        }
        if !window().navigator().on_line() {
            self.note_no_signal();
            return;
        }
        let PhoneRegister { enrolment, families, list_versions, .. } = register;
        // Nothing was sent, so nothing was said; only an empty phone may have a past that was wiped. The head of an RW
        // hears of every RT all the same.
        if enrolment.rt.is_some() && list_versions.is_empty() && !families.is_empty() {
            return;
        }
        self.sending.set(true);
        if let Some(sender) = identify(&enrolment).await {
            if let Some(folder) = folder(&enrolment) {
                // All at once: one that is refused, or hangs, does not hold up the others.
                let deliver = async |version: &ListVersion| {
                    let attempt = drop_box::put(&sender, &folder, &version.file, &version.text).await;
                    self.note(version.number, |version| version.note(attempt)).await;
                };
                join_all(list_versions.iter().filter(|version| wanted(version)).map(deliver)).await;
            }
            self.ask_outcome(&enrolment, &sender.id).await;
        }
        self.sending.set(false);
        self.plan();
    }

    /// Plans the next attempt, if a list is still due.
    fn plan(self) {
        let is_due = |register: &PhoneRegister| {
            register.enrolment.drop_box.is_some()
                && register.list_versions.iter().any(|version| version.delivery.is_due())
        };
        if self.peek(is_due) != Some(true) {
            self.backoff.update_value(Backoff::reset);
            return;
        }
        if self.planned.try_update_value(|planned| std::mem::replace(planned, true)) != Some(false) {
            return;
        }
        // The page may be closed by then.
        service::send_in_background();
        let [chance] = random::bytes().unwrap_or_default();
        let wait = self.backoff.try_update_value(|backoff| backoff.next(chance)).unwrap_or_default();
        clock::after(wait, move || {
            self.planned.set_value(false);
            spawn_local(self.sync());
        });
    }

    fn note_no_signal(self) {
        let has_box = self.peek(|register| register.enrolment.drop_box.is_some());
        if has_box == Some(true) {
            self.update(|register| {
                let due = register.list_versions.iter_mut().filter(|version| version.delivery.is_due());
                due.for_each(|version| version.note(Attempt::NoAnswer));
            });
        }
        self.plan();
    }

    /// Saves a sealed list as a file, or hands it to another app.
    pub async fn hand_over(self, number: u32) {
        let find = |register: &PhoneRegister| {
            let version = register.list_versions.iter().find(|version| version.number == number)?;
            Some((version.name_by_hand(&register.enrolment), version.text.clone()))
        };
        let Some(Some((name, text))) = self.peek(find) else { return };
        let handed = if share::can_share() {
            share::share(&[&name, ".txt"].concat(), &text).await
        } else {
            share::download(&[&name, ".json"].concat(), "application/json", &text)
        };
        if handed.is_ok() {
            self.note(number, |version| version.arrive_at(Delivery::HandedOver)).await;
        }
    }

    /// Changes a list on its way, here and in the store.
    async fn note(self, number: u32, change: impl FnOnce(&mut ListVersion)) {
        let turn = self.turn.get_value();
        let _turn = turn.lock().await;
        let mut changed = None;
        self.update(|register| {
            if let Some(version) = register.list_versions.iter_mut().find(|version| version.number == number)
            {
                change(version);
                changed = Some(version.clone());
            }
        });
        if let (Some(register_store), Some(version)) = (self.register_store.get_value(), changed) {
            if let Err(fault) = register_store.put_list_version(&version).await {
                self.save_state.set(SaveState::Failed(fault));
            }
            tabs::tell();
        }
    }

    /// Asks what became of the families. No answer leaves what is known.
    async fn ask_outcome(self, enrolment: &Enrolment, key_id: &str) {
        let Ok(Some(envelope)) = api::outcome(key_id).await else { return };
        let job = Job::OpenOutcome { enrolment: Box::new(enrolment.clone()), envelope };
        let Ok(Answer::Outcome(outcome)) = sealing::seal(&job).await else { return };
        let Ok(outcome) = serde_json::from_str::<Outcome>(&outcome) else { return };
        let turn = self.turn.get_value();
        let _turn = turn.lock().await;
        let news = self.peek(|register| {
            let known = register.outcome.as_ref();
            // An older one is a copy that somebody kept.
            let is_new = known.is_none_or(|known| known.serial <= outcome.serial && *known != outcome);
            register.enrolment == *enrolment && is_new
        });
        if news == Some(true) {
            if let Some(register_store) = self.register_store.get_value() {
                // It can be asked for again: a phone that is full loses nothing.
                register_store.put_outcome(&outcome).await.ok();
            }
            self.update(|register| register.outcome = Some(outcome));
            tabs::tell();
        }
    }
}

async fn seal_list(enrolment: &Enrolment, list: &HouseholdList) -> Result<(String, String), SendFault> {
    if list.households.len() > FAMILIES {
        return Err(SendFault::TooLarge);
    }
    let list = serde_json::to_string(&HouseholdListDto::from(list)).map_err(|_| SendFault::TooLarge)?;
    let job = Job::Seal { enrolment: Box::new(enrolment.clone()), list };
    match sealing::seal(&job).await.map_err(|WorkerFault| SendFault::Device)? {
        Answer::Sealed { file, text } => Ok((file, text)),
        Answer::Failed(Failure::TooLarge) => Err(SendFault::TooLarge),
        Answer::Failed(_) => Err(SendFault::Enrolment),
        _ => Err(SendFault::Device),
    }
}

/// Who this RT is at the drop box.
async fn identify(enrolment: &Enrolment) -> Option<Sender> {
    match sealing::seal(&Job::Identify { enrolment: Box::new(enrolment.clone()) }).await {
        Ok(Answer::Identity { id, password }) => Some(Sender { id, password }),
        _ => None,
    }
}

/// Where its lists go.
fn folder(enrolment: &Enrolment) -> Option<String> {
    enrolment.drop_box.as_ref().map(|path| drop_box::folder(path, &enrolment.area))
}
