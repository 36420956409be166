//! Saving what is typed: every change goes to the store at once, and while one is on its way the next ones gather.

use super::queue::Queue;
use super::{FieldSession, parts, today};
use crate::store::RegisterStore;
use domain::{Field, HouseholdDraft, Problem, RegistrationCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use phone::{Family, FamilyId, SaveState, StoreFault};
use ui::browser::{clock, persistence, random, tabs};

/// A phone without room is tried again this often.
const RETRY_MS: u64 = 5_000;

impl FieldSession {
    /// An id for a new family; `None` on a browser without a source of chance, which cannot seal either.
    pub fn new_id() -> Option<FamilyId> {
        random::bytes().map(u32::from_be_bytes).map(FamilyId)
    }

    /// Changes what was typed of a family, and keeps it.
    pub fn edit(self, id: FamilyId, change: impl FnOnce(&mut HouseholdDraft)) {
        self.update(|register| register.edit(id, change));
        self.store_family(id);
    }

    /// Changes a family otherwise, and keeps it.
    pub fn change(self, id: FamilyId, change: impl FnOnce(&mut Family)) {
        self.update(|register| register.change(id, change));
        self.store_family(id);
    }

    /// Makes a record of what was typed.
    ///
    /// # Errors
    /// Every bar and every warning, if there is a bar. None at all where no code can be made up: see [`FieldSession::new_id`].
    pub fn save(self, id: FamilyId) -> Result<(), Vec<Problem>> {
        let code = random::bytes().map(RegistrationCode::from_random).ok_or_else(Vec::new)?;
        let saved = self.peek(|register| {
            let known = register.family(id).cloned();
            let mut family = known.unwrap_or_else(|| Family::new(id, &register.enrolment));
            family.save(&register.enrolment, today(), code).map(|()| family)
        });
        let Some(family) = saved.transpose()? else { return Ok(()) };
        self.update(|register| register.put(family));
        self.store_family(id);
        // A register worth keeping: now is the moment to ask that the browser keeps it.
        spawn_local(async {
            persistence::ask().await;
        });
        Ok(())
    }

    /// Answers a question for many families at once, and keeps it.
    pub fn answer(self, families: &[FamilyId], field: Field, answer: bool) {
        self.update(|register| register.answer(families, field, answer, today()));
        families.iter().for_each(|id| self.store_family(*id));
    }

    /// Takes a family off the list.
    pub fn remove(self, id: FamilyId) {
        self.update(|register| register.remove(id));
        self.store_family(id);
    }

    /// Whether the phone has refused to keep a family as it is now, followed.
    pub fn is_unkept(self, id: FamilyId) -> bool {
        matches!(*self.save_state.read(), SaveState::Failed(_))
            && self.queue.with_value(|queue| queue.holds(id))
    }

    pub(super) fn store_family(self, id: FamilyId) {
        if self.queue.try_update_value(|queue| queue.add(id)) == Some(true) {
            if self.save_state.get_untracked() == SaveState::Saved {
                self.save_state.set(SaveState::Saving);
            }
            spawn_local(self.run_queue());
        }
    }

    async fn run_queue(self) {
        let mut outcome = SaveState::Saved;
        while let Some(ids) = self.queue.try_update_value(Queue::take).filter(|ids| !ids.is_empty()) {
            if let Err(fault) = self.store_now(&ids).await {
                // They stay in line: the next change tries again, or the clock.
                self.queue.update_value(|queue| queue.put_back(ids));
                outcome = SaveState::Failed(fault);
                clock::after(RETRY_MS, move || self.retry_save());
                break;
            }
        }
        let stale = self.queue.try_update_value(Queue::end) == Some(true);
        if self.save_state.get_untracked() != outcome {
            self.save_state.set(outcome);
        }
        tabs::tell();
        if stale {
            self.reload().await;
        }
        if outcome == SaveState::Saved && self.covered.get_untracked() {
            self.lock_unattended();
        }
    }

    /// Keeps what waits, if nobody is at it.
    pub fn retry_save(self) {
        if self.queue.try_update_value(Queue::begin) == Some(true) {
            spawn_local(self.run_queue());
        }
    }

    async fn store_now(self, ids: &[FamilyId]) -> Result<(), StoreFault> {
        let turn = self.turn.get_value();
        let turn = turn.lock().await;
        let register_store = self.register_store.get_value().ok_or(StoreFault::Unavailable)?;
        let known: Vec<Family> = self
            .peek(|register| ids.iter().filter_map(|id| register.family(*id).cloned()).collect())
            .unwrap_or_default();
        for gone in ids.iter().filter(|id| known.iter().all(|family| family.id != **id)) {
            register_store.remove_family(*gone).await?;
        }
        let kept = register_store.put_families(&known).await;
        drop(turn);
        match kept {
            Err(StoreFault::Taken) => self.join_now(register_store, known).await,
            kept => kept,
        }
    }

    /// Keeps families that another tab or an earlier page has kept before.
    async fn join_now(self, register_store: RegisterStore, families: Vec<Family>) -> Result<(), StoreFault> {
        // What comes over the network must keep nobody from writing.
        let whole = parts::WHOLE.arrive().await.ok_or(StoreFault::Failed)?;
        let turn = self.turn.get_value();
        let _turn = turn.lock().await;
        for kept in (whole.join)(register_store, families).await? {
            // Only what another tab knew better comes back: more may have been typed meanwhile.
            let id = kept.id;
            let joined = self.peek(|register| register.family(id).map(|now| now.clone().over(kept)));
            if let Some(Some(joined)) = joined
                && self.peek(|register| register.family(id) != Some(&joined)) == Some(true)
            {
                self.update(|register| register.put(joined));
            }
        }
        Ok(())
    }
}
