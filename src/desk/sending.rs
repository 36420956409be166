//! Sealing the list, bringing it to the drop box, and asking what became of it.

use super::{Desk, Keeping, today};
use crate::api::{self, drop_box};
use crate::browser::{share, tabs};
use crate::register::{Attempt, Delivery, Edition, Register, link};
use crate::store::StoreFault;
use crate::worker::{self, WorkerFault};
use ::worker::{Answer, Failure, Job};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::{Enrolment, HouseholdList};

/// Why a list was not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFault {
    /// The browser cannot do the work: no signal when it was first needed, or too little memory.
    Device,
    /// The list or the enrolment does not allow it.
    Seal(Failure),
    /// The phone did not keep it.
    Store(StoreFault),
}

impl Desk {
    /// Seals the whole list and keeps it; from then on it finds its way by itself.
    pub async fn send(self) {
        if self.sending.get_untracked() {
            return;
        }
        self.sending.set(true);
        let mut sealed = self.seal().await;
        if sealed == Err(SendFault::Store(StoreFault::Taken)) {
            // Another tab was quicker: the next number, and what it knew better.
            self.reload().await;
            sealed = self.seal().await;
        }
        self.send_fault.set(sealed.err());
        self.sending.set(false);
        tabs::tell();
        spawn_local(self.reach_out());
    }

    async fn seal(self) -> Result<(), SendFault> {
        let Some(mut register) = self.peek(Clone::clone) else { return Ok(()) };
        let list = register.list(today());
        let (file, text) = seal_list(&register.enrolment, &list).await?;
        let edition = Edition {
            number: list.edition,
            declared_on: list.declared_on,
            families: list.households.len(),
            file,
            text,
            delivery: Delivery::OnPhone,
        };
        register.seal(&list, edition.clone());
        match self.store.get_value() {
            Some(store) => store.add_edition(&register, &edition).await.map_err(SendFault::Store)?,
            // The page says already that this phone keeps nothing.
            None => self.keeping.set(Keeping::Failed(StoreFault::Unavailable)),
        }
        self.update(|register| register.seal(&list, edition));
        Ok(())
    }

    /// Brings every list that is due to the drop box, and asks what became of those before.
    pub async fn reach_out(self) {
        let due = |edition: &Edition| edition.delivery.is_due();
        self.reach_out_with(due).await;
    }

    /// Tries all lists again that have not arrived, also those that were refused.
    pub async fn try_again(self) {
        self.reach_out_with(|edition| !edition.delivery.is_over()).await;
    }

    async fn reach_out_with(self, wanted: fn(&Edition) -> bool) {
        let Some(register) = self.peek(Clone::clone) else { return };
        if self.sending.get_untracked() || !window().navigator().on_line() {
            self.note_no_signal();
            return;
        }
        let Register { enrolment, families, editions, .. } = register;
        // Nothing was sent, so nothing was said; only an empty phone may have a past that was wiped.
        if editions.is_empty() && !families.is_empty() {
            return;
        }
        self.sending.set(true);
        if let Ok(Answer::Identity { id, password }) = work(identify(&enrolment)).await {
            let sender = drop_box::Sender { id, password };
            if let Some(path) = &enrolment.drop_box {
                let folder = [path, enrolment.area.as_str(), "/"].concat();
                // Each on its own: one that is refused does not hold up the others.
                for edition in editions.into_iter().filter(wanted) {
                    let attempt = drop_box::put(&sender, &folder, &edition.file, &edition.text).await;
                    self.note(edition.number, |edition| edition.note(attempt)).await;
                }
            }
            self.ask_outcome(&enrolment, &sender.id).await;
        }
        self.sending.set(false);
    }

    fn note_no_signal(self) {
        let has_box = self.peek(|register| register.enrolment.drop_box.is_some());
        if has_box == Some(true) && !window().navigator().on_line() {
            self.update(|register| {
                let due = register.editions.iter_mut().filter(|edition| edition.delivery.is_due());
                due.for_each(|edition| edition.note(Attempt::NoAnswer));
            });
        }
    }

    /// Saves a sealed list as a file, or hands it to another app.
    pub async fn hand_over(self, number: u32) {
        let find =
            |register: &Register| register.editions.iter().find(|edition| edition.number == number).cloned();
        let Some(Some(edition)) = self.peek(find) else { return };
        let handed = if share::can_share() {
            share::share(&edition.file.replace(".json", ".txt"), &edition.text).await
        } else {
            share::download(&edition.file, "application/json", &edition.text)
        };
        if handed.is_ok() {
            self.note(number, |edition| edition.arrive_at(Delivery::HandedOver)).await;
        }
    }

    /// Changes a list on its way, here and in the store.
    async fn note(self, number: u32, change: impl FnOnce(&mut Edition)) {
        let mut changed = None;
        self.update(|register| {
            if let Some(edition) = register.editions.iter_mut().find(|edition| edition.number == number) {
                change(edition);
                changed = Some((link::owner(&register.enrolment), edition.clone()));
            }
        });
        if let (Some(store), Some((owner, edition))) = (self.store.get_value(), changed) {
            if let Err(fault) = store.put_edition(&owner, &edition).await {
                self.keeping.set(Keeping::Failed(fault));
            }
            tabs::tell();
        }
    }

    /// Asks what became of the families. No answer leaves what is known.
    async fn ask_outcome(self, enrolment: &Enrolment, key_id: &str) {
        let Ok(Some(envelope)) = api::outcome(key_id).await else { return };
        let job = Job::OpenOutcome { enrolment: Box::new(enrolment.clone()), envelope };
        let Ok(Answer::Outcome(outcome)) = work(job).await else { return };
        let news = self.peek(|register| {
            register.enrolment == *enrolment && register.outcome.as_ref() != Some(&*outcome)
        });
        if news == Some(true) {
            if let Some(store) = self.store.get_value() {
                // It can be asked for again: a phone that is full loses nothing.
                store.put_outcome(&link::owner(enrolment), &outcome).await.ok();
            }
            self.update(|register| register.outcome = Some(*outcome));
            tabs::tell();
        }
    }
}

async fn seal_list(enrolment: &Enrolment, list: &HouseholdList) -> Result<(String, String), SendFault> {
    let job = Job::Seal { enrolment: Box::new(enrolment.clone()), list: Box::new(list.clone()) };
    match work(job).await.map_err(|WorkerFault| SendFault::Device)? {
        Answer::Sealed { file, text } => Ok((file, text)),
        Answer::Failed(failure) => Err(SendFault::Seal(failure)),
        _ => Err(SendFault::Device),
    }
}

fn identify(enrolment: &Enrolment) -> Job {
    Job::Identify { enrolment: Box::new(enrolment.clone()) }
}

async fn work(job: Job) -> Result<Answer, WorkerFault> {
    worker::ask(&job).await
}
