//! The register as a file, and back; and off the phone.

use super::locking::stretched;
use super::{FieldSession, parts, today};
use crate::store::Entry;
use domain::RegistrationCode;
use leptos::prelude::*;
use phone::lock::code_secret;
use phone::{
    Backup, BackupFault, PhoneRegister, Pin, RestoreFault, SaveState, StoreFault, Stored as _, UnlockFault,
    link,
};
use ui::browser::{page, random, share};

impl FieldSession {
    /// Saves the register as a sealed file.
    ///
    /// # Errors
    /// The [`RestoreFault`].
    pub async fn back_up(self) -> Result<(), RestoreFault> {
        let whole = parts::WHOLE.arrive().await.ok_or(RestoreFault::Device(UnlockFault::Device))?;
        (whole.save_backup)(self).await
    }

    pub(super) async fn save_backup(self) -> Result<(), RestoreFault> {
        let device = RestoreFault::Device(UnlockFault::Device);
        let found = untrack(|| {
            self.active(|active| Some((active.register.clone(), active.code?, active.lock.clone()?)))
        });
        let Some(Some((register, code, lock))) = found else { return Err(device) };
        let key = stretched(code_secret(&code), &lock.stretch).await.map_err(RestoreFault::Device)?;
        let sealed = random::bytes()
            .and_then(|nonce| Backup::seal(&register, &key, lock.stretch, today(), nonce))
            .and_then(|backup| backup.to_json());
        let name = ["tepat-cadangan-", &today().to_string(), ".json"].concat();
        let file = sealed.ok_or(device)?;
        share::download(&name, "application/json", &file).map_err(|_| device)
    }

    /// Brings a register back from a file. `pin` locks it on a phone that does not have it; on one that has it, what
    /// is missing there comes back, and what is there stays as it is.
    ///
    /// # Errors
    /// The [`RestoreFault`].
    pub async fn restore(self, file: &str, code: &str, pin: Option<Pin>) -> Result<(), RestoreFault> {
        let backup = Backup::read(file).map_err(RestoreFault::Backup)?;
        let wrong = RestoreFault::Backup(BackupFault::Code);
        let code = RegistrationCode::parse(code).map_err(|_| wrong)?;
        let key = stretched(code_secret(&code), &backup.stretch).await.map_err(RestoreFault::Device)?;
        let saved = backup.open(&key).map_err(RestoreFault::Backup)?;
        let here = untrack(|| self.active(|active| (active.register.clone(), active.code)));
        let (register, code, pin) = match here {
            Some((here, known)) if link::owner(&here.enrolment) == link::owner(&saved.enrolment) => {
                (here.joined(saved), known, None)
            }
            _ if untrack(|| self.has_locked(&link::owner(&saved.enrolment))) => {
                return Err(RestoreFault::Locked);
            }
            _ => (saved, Some(code), pin),
        };
        let holds = Entry::all(&register).ok_or(RestoreFault::Device(UnlockFault::Device))?;
        self.begin(register, &holds, code, pin).await.map_err(RestoreFault::Device)
    }

    /// Forgets the register at hand and everything of it on this phone.
    pub async fn wipe(self) {
        let locked = match &*self.phone.read_untracked() {
            super::Phone::Locked(locks) => locks.first().map(phone::Lock::owner),
            _ => None,
        };
        let owner = locked.or_else(|| self.peek(|register: &PhoneRegister| link::owner(&register.enrolment)));
        let (Some(owner), Some(store)) = (owner, self.store.get_value()) else {
            self.save_state.set(SaveState::Failed(StoreFault::Unavailable));
            return;
        };
        match store.wipe(&owner).await {
            Ok(()) => {
                self.register_store.set_value(None);
                ui::browser::tabs::tell();
                page::reload();
            }
            Err(fault) => self.save_state.set(SaveState::Failed(fault)),
        }
    }
}
