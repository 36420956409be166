//! One register in the store, open: everything of it is sealed under its key.

use super::connection::Connection;
use super::entry::Entry;
use super::object_store::{ACTIVE, ObjectStore, numbered};
use super::sealed_address::SealedAddress;
use super::transaction::Transaction;
use domain::RegistrationCode;
use phone::stored::ActiveRegister;
use phone::{
    Address, Delivery, Family, FamilyId, ListVersion, Lock, OutboxItem, PhoneRegister, Secret, StoreFault,
    Stored as _,
};
use seal::RestKey;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wire::Outcome;

/// The stored register of one owner.
#[derive(Clone)]
pub struct RegisterStore {
    connection: Rc<Connection>,
    owner: String,
    key: Rc<RestKey>,
    /// The families that this page has put there, as it has put them.
    written: Rc<RefCell<HashMap<FamilyId, String>>>,
}

/// What was in it.
pub struct Loaded {
    /// The register.
    pub register: PhoneRegister,
    /// The code of its backups.
    pub code: RegistrationCode,
    /// Records that this version of the app cannot read. They stay where they are.
    pub unreadable: usize,
}

impl RegisterStore {
    pub(super) fn new(connection: Rc<Connection>, owner: String, key: Rc<RestKey>) -> Self {
        Self { connection, owner, key, written: Rc::default() }
    }

    /// The key, to be left with the service worker between two pages.
    pub fn key(&self) -> &RestKey {
        &self.key
    }

    /// Whose it is.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Everything in it; `None` if it was wiped meanwhile.
    ///
    /// # Errors
    /// [`StoreFault::Failed`].
    pub async fn load(&self) -> Result<Option<Loaded>, StoreFault> {
        let transaction = Transaction::read(&self.connection, Some(&self.key))?;
        let within = [&self.owner, "/"].concat();
        let secret = transaction.get::<Secret>(ObjectStore::Secret, &self.owner)?;
        let families = transaction.all::<Family>(ObjectStore::Family, &within)?;
        let list_versions = transaction.all::<ListVersion>(ObjectStore::ListVersion, &within)?;
        let outcome = transaction.get::<Outcome>(ObjectStore::Outcome, &self.owner)?;
        let Some(Secret { enrolment, code }) = secret.await? else { return Ok(None) };
        let (families, lost_families) = families.await?;
        let (mut list_versions, lost_lists) = list_versions.await?;
        let (outcome, lost_outcomes) = outcome.await.map_or_else(|_| (None, 1), |outcome| (outcome, 0));
        let (mut told, mut in_clear) = (Vec::new(), Vec::new());
        for version in list_versions.iter_mut().filter(|version| version.delivery != Delivery::Delivered) {
            let key = self.version_key(version.number);
            if let Some(item) = transaction.get::<OutboxItem>(ObjectStore::Outbox, &key)?.await? {
                let before = version.delivery;
                in_clear.extend(item.in_clear.is_some().then(|| (version.number, item.clone())));
                item.apply_to(version);
                told.extend((version.delivery != before).then(|| version.clone()));
            }
        }
        for version in told {
            self.put_list_version(&version).await?;
        }
        for (number, item) in in_clear {
            // On a phone that is full it stays in clear until another time: the list opens all the same.
            self.hide_address(number, item).await.ok();
        }
        let register = PhoneRegister { enrolment, families, list_versions, outcome };
        let unreadable = lost_families + lost_lists + lost_outcomes;
        Ok(Some(Loaded { register, code, unreadable }))
    }

    /// Keeps where a list goes as today, not in clear as earlier versions did.
    async fn hide_address(&self, number: u32, mut item: OutboxItem) -> Result<(), StoreFault> {
        let address = item.in_clear.take().filter(|address| !address.url.is_empty() && item.answer.is_none());
        let address = SealedAddress::of(address).await;
        let key = self.version_key(number);
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        // It may have arrived meanwhile.
        if transaction.get_json(ObjectStore::Outbox, &key)?.await?.is_some() {
            transaction.put(ObjectStore::Outbox, &key, &item)?;
            address.put(&transaction, &key)?;
        }
        transaction.commit().await
    }

    /// Makes this the register of the phone, with what it holds: nothing where it is new.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn begin(&self, lock: &Lock, secret: &Secret, holds: &[Entry]) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        if transaction.get::<Lock>(ObjectStore::Lock, &self.owner)?.await.is_err() {
            // The lock of a later version: whoever replaced it would lose what it locks.
            return Err(StoreFault::Outdated);
        }
        transaction.put(ObjectStore::Lock, &self.owner, lock)?;
        transaction.put(ObjectStore::Setting, ACTIVE, &ActiveRegister(self.owner.clone()))?;
        transaction.put(ObjectStore::Secret, &self.owner, secret)?;
        for Entry { store, key, json } in holds {
            transaction.put_json(*store, key, json)?;
        }
        transaction.commit().await
    }

    /// Keeps families of which nothing stands there but what this page has put there: nobody need read that.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] if something else stands there: see [`RegisterStore::join_families`]. Any other [`StoreFault`].
    pub async fn put_families(&self, families: &[Family]) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        for family in families {
            let stored = transaction.get_json(ObjectStore::Family, &self.family_key(family.id))?.await;
            let is_ours = match stored {
                Ok(None) => true,
                Ok(json) => json.as_ref() == self.written.borrow().get(&family.id),
                Err(_) => false,
            };
            if !is_ours {
                return Err(StoreFault::Taken);
            }
        }
        let mut written = Vec::with_capacity(families.len());
        for family in families {
            let json = family.to_json().ok_or(StoreFault::Failed)?;
            transaction.put_json(ObjectStore::Family, &self.family_key(family.id), &json)?;
            written.push((family.id, json));
        }
        transaction.commit().await?;
        self.written.borrow_mut().extend(written);
        Ok(())
    }

    /// Keeps families, and returns them joined with what stands there, which another tab or an earlier page has kept.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn join_families(&self, families: Vec<Family>) -> Result<Vec<Family>, StoreFault> {
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        let (mut joined, mut written) = (Vec::new(), Vec::new());
        for family in families {
            let key = self.family_key(family.id);
            // What cannot be read is replaced: the page shows what will stand there.
            let stored = transaction.get::<Family>(ObjectStore::Family, &key)?.await.unwrap_or_default();
            let family = match stored {
                Some(stored) => family.over(stored),
                None => family,
            };
            let json = family.to_json().ok_or(StoreFault::Failed)?;
            transaction.put_json(ObjectStore::Family, &key, &json)?;
            written.push((family.id, json));
            joined.push(family);
        }
        transaction.commit().await?;
        self.written.borrow_mut().extend(written);
        Ok(joined)
    }

    /// Forgets a family.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn remove_family(&self, id: FamilyId) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        transaction.remove(ObjectStore::Family, &self.family_key(id))?;
        transaction.commit().await
    }

    /// Keeps a newly sealed list together with the families that it holds.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] if another tab has given its number away; any other [`StoreFault`].
    pub async fn add_list_version(
        &self,
        register: &PhoneRegister,
        version: &ListVersion,
        address: Option<Address>,
    ) -> Result<(), StoreFault> {
        let address = SealedAddress::of(address).await;
        let key = self.version_key(version.number);
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        transaction.add(ObjectStore::ListVersion, &key, &version.without_text())?;
        transaction.put(ObjectStore::Outbox, &key, &OutboxItem::new(version))?;
        address.put(&transaction, &key)?;
        for family in register.families.iter().filter(|family| family.sent.is_some()) {
            transaction.put(ObjectStore::Family, &self.family_key(family.id), family)?;
        }
        transaction.commit().await
    }

    /// Keeps how far a list has come. One that another tab has delivered stays delivered.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_list_version(&self, version: &ListVersion) -> Result<(), StoreFault> {
        let key = self.version_key(version.number);
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        let stored = transaction.get::<ListVersion>(ObjectStore::ListVersion, &key)?.await?;
        if stored.is_none_or(|stored| stored.delivery != Delivery::Delivered) {
            transaction.put(ObjectStore::ListVersion, &key, &version.without_text())?;
        }
        if version.delivery == Delivery::Delivered {
            transaction.remove(ObjectStore::Outbox, &key)?;
            transaction.remove(ObjectStore::Setting, &key)?;
        }
        transaction.commit().await
    }

    /// Keeps what the offices said.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_outcome(&self, outcome: &Outcome) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.connection, Some(&self.key))?;
        transaction.put(ObjectStore::Outcome, &self.owner, outcome)?;
        transaction.commit().await
    }

    fn family_key(&self, id: FamilyId) -> String {
        numbered(&self.owner, id.0)
    }

    fn version_key(&self, number: u32) -> String {
        numbered(&self.owner, number)
    }
}
