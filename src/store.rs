//! The only place that persists: registers of RTs in IndexedDB, each value as JSON under the name of its RT, sealed
//! under the key of its register. In clear stand only the locks, and lists that are sealed to the offices already.
//!
//! Every method is one transaction: it is done whole or not at all, also with the same register open in two tabs.

mod outbox;
mod register_store;
mod transaction;

pub use outbox::OutboxItem;
pub use register_store::{Loaded, RegisterStore};

use idb::{DatabaseEvent as _, Factory, ObjectStoreParams};
use phone::Lock;
use seal::RestKey;
use std::rc::Rc;
use transaction::{Base, ObjectStore, Transaction};

/// Why nothing was kept, or nothing is there to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser keeps nothing: a private window, or forbidden in its settings.
    Unavailable,
    /// There is no room left on the device.
    Full,
    /// Another tab was quicker: read again.
    Taken,
    /// Something else failed; trying again may help.
    Failed,
}

/// The database of this app on this device.
#[derive(Clone)]
pub struct Store {
    base: Rc<Base>,
}

/// The key of the active register on its shelf.
const ACTIVE: &str = "aktif";
/// 1 kept families in clear, before the first release.
const VERSION: u32 = 2;

impl Store {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// [`StoreFault::Unavailable`] where the browser has none for us.
    pub async fn open() -> Result<Self, StoreFault> {
        let mut request = Factory::new()
            .and_then(|factory| factory.open("tepat", Some(VERSION)))
            .map_err(|_| StoreFault::Unavailable)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                for unsealed in database.store_names() {
                    database.delete_object_store(&unsealed).ok();
                }
                for shelf in ObjectStore::ALL {
                    // A shelf that could not be made shows itself with the first transaction.
                    database.create_object_store(shelf.name(), ObjectStoreParams::new()).ok();
                }
            }
        });
        let database = request.await.map_err(|_| StoreFault::Unavailable)?;
        Ok(Self { base: Rc::new(Base::new(database)?) })
    }

    /// The locks of the registers on this phone, the active one first.
    ///
    /// # Errors
    /// [`StoreFault::Failed`].
    pub async fn locks(&self) -> Result<Vec<Lock>, StoreFault> {
        let transaction = Transaction::read(&self.base, None)?;
        let active = transaction.get::<String>(ObjectStore::Setting, ACTIVE)?;
        let locks = transaction.all::<Lock>(ObjectStore::Lock, "")?;
        let active = active.await?;
        let (mut locks, _) = locks.await?;
        locks.sort_by_key(|lock| Some(lock.owner()) != active);
        Ok(locks)
    }

    /// Keeps how often a PIN was tried.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_lock(&self, lock: &Lock) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.base, None)?;
        transaction.put(ObjectStore::Lock, &lock.owner(), lock)?;
        transaction.commit().await
    }

    /// Makes a register the active one.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn set_active(&self, owner: &str) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.base, None)?;
        transaction.put(ObjectStore::Setting, ACTIVE, &owner)?;
        transaction.commit().await
    }

    /// What is kept of one register.
    pub fn register_store(&self, owner: String, key: RestKey) -> RegisterStore {
        RegisterStore::new(self.base.clone(), owner, Rc::new(key))
    }

    /// Forgets a register and everything of it. That needs no key.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn wipe(&self, owner: &str) -> Result<(), StoreFault> {
        let within = [owner, "/"].concat();
        let transaction = Transaction::write(&self.base, None)?;
        for shelf in [ObjectStore::Family, ObjectStore::ListVersion, ObjectStore::OutboxItem] {
            transaction.remove_all(shelf, &within)?;
        }
        for shelf in [ObjectStore::Outcome, ObjectStore::Secret, ObjectStore::Lock] {
            transaction.remove(shelf, owner)?;
        }
        transaction.remove(ObjectStore::Setting, ACTIVE)?;
        transaction.commit().await
    }
}
