//! The only place that persists registers: in IndexedDB, each value as JSON under the name of its RT, sealed under the key
//! of its register. In clear stand only the locks, and lists that are sealed to the offices already; where these go, and the
//! password for it, stand under keys of the browser.
//!
//! Every method is one transaction: it is done whole or not at all, also with the same register open in two tabs.

mod connection;
mod entry;
mod migration;
mod object_store;
mod register_store;
mod sealed_address;
mod transaction;

pub use connection::Events;
pub use entry::Entry;
pub use register_store::{Loaded, RegisterStore};

use connection::Connection;
use object_store::{ACTIVE, LAYOUTS, ObjectStore};
use phone::stored::ActiveRegister;
use phone::{Layouts, Lock, StoreFault};
use seal::RestKey;
use std::rc::Rc;
use transaction::Transaction;

/// The database of this app on this device.
#[derive(Clone)]
pub struct Store {
    connection: Rc<Connection>,
}

impl Store {
    /// Opens the database, and makes it where there is none. Nothing in it is lost by that: a newer one is not opened.
    ///
    /// # Errors
    /// [`StoreFault::Unavailable`] where the browser has none for us, [`StoreFault::Outdated`] where a later version of
    /// the app was here.
    pub async fn open(
        events: Events<impl FnOnce() + 'static, impl FnOnce() + 'static>,
    ) -> Result<Self, StoreFault> {
        Ok(Self { connection: Rc::new(Connection::open(events).await?) })
    }

    /// Gives way to a newer version of the app in another tab, which waits for that.
    pub fn close(&self) {
        self.connection.close();
    }

    /// The locks of the registers on this phone, the active one first.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn locks(&self) -> Result<Vec<Lock>, StoreFault> {
        let transaction = Transaction::read(&self.connection, None)?;
        let active = transaction.get::<ActiveRegister>(ObjectStore::Setting, ACTIVE)?;
        let locks = transaction.all::<Lock>(ObjectStore::Lock, "")?;
        let active = active.await?;
        let (mut locks, unreadable) = locks.await?;
        if locks.is_empty() && unreadable > 0 {
            return Err(StoreFault::Outdated);
        }
        if let Some(ActiveRegister(active)) = active
            && let Some(at) = locks.iter().position(|lock| lock.owner() == active)
        {
            let first = locks.remove(at);
            locks.insert(0, first);
        }
        Ok(locks)
    }

    /// Keeps how often a PIN was tried.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_lock(&self, lock: &Lock) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, None)?;
        transaction.put(ObjectStore::Lock, &lock.owner(), lock)?;
        transaction.commit().await
    }

    /// Makes a register the active one.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn set_active(&self, owner: &str) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, None)?;
        transaction.put(ObjectStore::Setting, ACTIVE, &ActiveRegister(owner.to_owned()))?;
        transaction.commit().await
    }

    /// The layouts of lists that were corrected on this phone.
    ///
    /// # Errors
    /// Any [`StoreFault`]; what a later version has kept cannot be read.
    pub async fn layouts(&self) -> Result<Layouts, StoreFault> {
        let transaction = Transaction::read(&self.connection, None)?;
        Ok(transaction.get::<Layouts>(ObjectStore::Setting, LAYOUTS)?.await?.unwrap_or_default())
    }

    /// Keeps them.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_layouts(&self, layouts: &Layouts) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, None)?;
        transaction.put(ObjectStore::Setting, LAYOUTS, layouts)?;
        transaction.commit().await
    }

    /// What is kept of one register.
    pub fn register(&self, owner: String, key: RestKey) -> RegisterStore {
        RegisterStore::new(self.connection.clone(), owner, Rc::new(key))
    }

    /// Forgets a register and everything of it. That needs no key.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn wipe(&self, owner: &str) -> Result<(), StoreFault> {
        let within = [owner, "/"].concat();
        let transaction = Transaction::write(&self.connection, None)?;
        // Among the settings that is where lists go.
        for store in
            [ObjectStore::Family, ObjectStore::ListVersion, ObjectStore::Outbox, ObjectStore::Setting]
        {
            transaction.remove_all(store, &within)?;
        }
        for store in [ObjectStore::Outcome, ObjectStore::Secret, ObjectStore::Lock] {
            transaction.remove(store, owner)?;
        }
        transaction.remove(ObjectStore::Setting, ACTIVE)?;
        transaction.commit().await
    }
}
