//! What the phone keeps, as the pages see it.

use super::parts::{self, Whole};
use super::queue::Queue;
use super::{Active, FieldSession, Phone};
use crate::store::{Loaded, Store};
use leptos::prelude::*;
use phone::{SaveState, StoreFault};

impl FieldSession {
    /// Reads again what the phone keeps, unless something typed here is not kept yet: then after that.
    pub(super) async fn reload(self) {
        let Some(store) = self.store.get_value() else {
            if *self.phone.read_untracked() == Phone::Opening {
                self.phone.set(Phone::Free);
            }
            return;
        };
        // What comes over the network must keep nobody from writing.
        let whole = match self.register_store.get_value() {
            Some(_) => parts::WHOLE.arrive().await,
            None => None,
        };
        let turn = self.turn.get_value();
        let _turn = turn.lock().await;
        match self.read(&store, whole).await {
            Ok(Some(phone)) => self.show(phone),
            // What the page shows is good enough until the next time.
            Ok(None) => {}
            Err(_) if self.is_behind() => {}
            Err(StoreFault::Outdated) => self.phone.set(Phone::Closed(StoreFault::Outdated)),
            Err(fault) => self.save_state.set(SaveState::Failed(fault)),
        }
    }

    /// Shows what the phone keeps, unless something typed here is not kept yet: then it is read again after that.
    pub(super) fn show(self, phone: Phone) {
        if !self.is_behind() && *self.phone.read_untracked() != phone {
            self.phone.set(phone);
        }
    }

    fn is_behind(self) -> bool {
        self.queue.try_update_value(Queue::postpones_reload) == Some(true)
    }

    /// Whose phone it is, by what it keeps; `None` where the part that reads the open register does not come now.
    async fn read(self, store: &Store, whole: Option<Whole>) -> Result<Option<Phone>, StoreFault> {
        let mut locks = store.locks().await?;
        if let Some(register_store) = self.register_store.get_value()
            && let Some(at) = locks.iter().position(|lock| lock.owner() == register_store.owner())
        {
            let Some(whole) = whole else {
                if self.peek(|_| ()).is_some() {
                    return Ok(None);
                }
                // Not on the page yet: its own page says what is missing, and asks for the PIN.
                self.register_store.set_value(None);
                return Ok(Some(Phone::Locked(locks)));
            };
            if let Some(Loaded { register, code, unreadable }) = (whole.load)(register_store).await? {
                let (code, lock) = (Some(code), Some(locks.remove(at)));
                let active = Active { register, code, unreadable, lock, others: locks };
                return Ok(Some(Phone::Of(Box::new(active))));
            }
        }
        Ok(Some(if locks.is_empty() { Phone::Free } else { Phone::Locked(locks) }))
    }
}
