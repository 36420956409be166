//! The only place that persists: registers of RTs in IndexedDB, each value as JSON under the name of its RT.
//!
//! Every method is one transaction: it is done whole or not at all, also with the same register open in two tabs.

mod transaction;

use crate::register::{Delivery, Edition, Family, FamilyId, Register, link::owner};
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams};
use std::rc::Rc;
use transaction::{Shelf, Transaction};
use wire::{Enrolment, Outcome};

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
    database: Rc<Database>,
}

/// What was on the device.
pub struct Loaded {
    /// The register of the RT that this phone is for.
    pub register: Register,
    /// Records that this version of the app cannot read. They stay where they are.
    pub unreadable: usize,
    /// Other RTs whose families are on this phone.
    pub others: Vec<Enrolment>,
}

/// The key of the active RT on its shelf.
const ACTIVE: &str = "aktif";

impl Store {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// [`StoreFault::Unavailable`] where the browser has none for us.
    pub async fn open() -> Result<Self, StoreFault> {
        let mut request = Factory::new()
            .and_then(|factory| factory.open("tepat", Some(1)))
            .map_err(|_| StoreFault::Unavailable)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                for shelf in Shelf::ALL {
                    // A shelf that could not be made shows itself with the first transaction.
                    database.create_object_store(shelf.name(), ObjectStoreParams::new()).ok();
                }
            }
        });
        let mut database = request.await.map_err(|_| StoreFault::Unavailable)?;
        // A newer version of the app in another tab must not wait for this one.
        database.on_version_change(|event| {
            event
                .target()
                .and_then(|target| Database::try_from(target).ok())
                .iter()
                .for_each(Database::close);
        });
        Ok(Self { database: Rc::new(database) })
    }

    /// The register of the active RT, or of another one where none is active; `None` on a phone that is not activated.
    ///
    /// # Errors
    /// [`StoreFault::Failed`].
    pub async fn load(&self) -> Result<Option<Loaded>, StoreFault> {
        let transaction = Transaction::read(&self.database)?;
        let active = transaction.get::<String>(Shelf::Setting, ACTIVE)?;
        let enrolments = transaction.all::<Enrolment>(Shelf::Enrolment, "")?;
        let (active, (mut others, _)) = (active.await?, enrolments.await?);
        let chosen = others.iter().position(|enrolment| Some(owner(enrolment)) == active).unwrap_or_default();
        if others.is_empty() {
            return Ok(None);
        }
        let enrolment = others.remove(chosen);
        let owner = owner(&enrolment);
        let within = [&owner, "/"].concat();
        let families = transaction.all::<Family>(Shelf::Family, &within)?;
        let editions = transaction.all::<Edition>(Shelf::Edition, &within)?;
        let outcome = transaction.get::<Outcome>(Shelf::Outcome, &owner)?;
        let (families, lost_families) = families.await?;
        let (editions, lost_editions) = editions.await?;
        let outcome = outcome.await.unwrap_or_default();
        let register = Register { enrolment, families, editions, outcome };
        Ok(Some(Loaded { register, unreadable: lost_families + lost_editions, others }))
    }

    /// Makes this the phone of an RT. What other RTs keep here stays.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn activate(&self, enrolment: &Enrolment) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.database)?;
        transaction.put(Shelf::Enrolment, &owner(enrolment), enrolment)?;
        transaction.put(Shelf::Setting, ACTIVE, &owner(enrolment))?;
        transaction.commit().await
    }

    /// Keeps a family, and returns it joined with what another tab has kept of it.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_family(&self, owner: &str, family: Family) -> Result<Family, StoreFault> {
        let key = family_key(owner, family.id);
        let transaction = Transaction::write(&self.database)?;
        // What cannot be read is replaced: the page shows what will stand there.
        let stored = transaction.get::<Family>(Shelf::Family, &key)?.await.unwrap_or_default();
        let family = match stored {
            Some(stored) => family.over(stored),
            None => family,
        };
        transaction.put(Shelf::Family, &key, &family)?;
        transaction.commit().await.map(|()| family)
    }

    /// Forgets a family.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn remove_family(&self, owner: &str, id: FamilyId) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.database)?;
        transaction.remove(Shelf::Family, &family_key(owner, id))?;
        transaction.commit().await
    }

    /// Keeps a newly sealed list together with the families that it holds.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] if another tab has given its number away; any other [`StoreFault`].
    pub async fn add_edition(&self, register: &Register, edition: &Edition) -> Result<(), StoreFault> {
        let owner = owner(&register.enrolment);
        let transaction = Transaction::write(&self.database)?;
        transaction.add(Shelf::Edition, &edition_key(&owner, edition.number), edition)?;
        for family in register.families.iter().filter(|family| family.sent.is_some()) {
            transaction.put(Shelf::Family, &family_key(&owner, family.id), family)?;
        }
        transaction.commit().await
    }

    /// Keeps how far a list has come. One that another tab has delivered stays delivered.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_edition(&self, owner: &str, edition: &Edition) -> Result<(), StoreFault> {
        let key = edition_key(owner, edition.number);
        let transaction = Transaction::write(&self.database)?;
        let stored = transaction.get::<Edition>(Shelf::Edition, &key)?.await?;
        if stored.is_none_or(|stored| stored.delivery != Delivery::Delivered) {
            transaction.put(Shelf::Edition, &key, edition)?;
        }
        transaction.commit().await
    }

    /// Keeps what the offices said.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_outcome(&self, owner: &str, outcome: &Outcome) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.database)?;
        transaction.put(Shelf::Outcome, owner, outcome)?;
        transaction.commit().await
    }

    /// Forgets an RT and everything of it.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn wipe(&self, owner: &str) -> Result<(), StoreFault> {
        let within = [owner, "/"].concat();
        let transaction = Transaction::write(&self.database)?;
        transaction.remove_all(Shelf::Family, &within)?;
        transaction.remove_all(Shelf::Edition, &within)?;
        transaction.remove(Shelf::Outcome, owner)?;
        transaction.remove(Shelf::Enrolment, owner)?;
        transaction.remove(Shelf::Setting, ACTIVE)?;
        transaction.commit().await
    }
}

fn family_key(owner: &str, id: FamilyId) -> String {
    numbered(owner, id.0)
}

fn edition_key(owner: &str, number: u32) -> String {
    numbered(owner, number)
}

/// A key whose order is that of the numbers.
fn numbered(owner: &str, number: u32) -> String {
    let digits = number.to_string();
    let zeros = "0000000000".get(digits.len()..).unwrap_or_default();
    [owner, "/", zeros, &digits].concat()
}
