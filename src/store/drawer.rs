//! One register in the store, open: everything of it is sealed under its key.

use super::transaction::{Base, Shelf, Transaction};
use super::{ACTIVE, Parcel, StoreFault};
use domain::RegistrationCode;
use phone::{Delivery, Edition, Family, FamilyId, Lock, Register};
use seal::RestKey;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use wire::{Enrolment, Outcome};

/// The drawer of one owner.
#[derive(Clone)]
pub struct Drawer {
    base: Rc<Base>,
    owner: String,
    key: Rc<RestKey>,
}

/// What was in it.
pub struct Loaded {
    /// The register.
    pub register: Register,
    /// The code of its backups.
    pub code: RegistrationCode,
    /// Records that this version of the app cannot read. They stay where they are.
    pub unreadable: usize,
}

/// What only the owner may know.
#[derive(Serialize, Deserialize)]
struct Secret {
    enrolment: Enrolment,
    code: RegistrationCode,
}

impl Drawer {
    pub(super) fn new(base: Rc<Base>, owner: String, key: Rc<RestKey>) -> Self {
        Self { base, owner, key }
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
        let transaction = Transaction::read(&self.base, Some(&self.key))?;
        let within = [&self.owner, "/"].concat();
        let secret = transaction.get::<Secret>(Shelf::Secret, &self.owner)?;
        let families = transaction.all::<Family>(Shelf::Family, &within)?;
        let editions = transaction.all::<Edition>(Shelf::Edition, &within)?;
        let outcome = transaction.get::<Outcome>(Shelf::Outcome, &self.owner)?;
        let Some(Secret { enrolment, code }) = secret.await? else { return Ok(None) };
        let (families, lost_families) = families.await?;
        let (mut editions, lost_editions) = editions.await?;
        let outcome = outcome.await.unwrap_or_default();
        let mut told = Vec::new();
        for edition in editions.iter_mut().filter(|edition| edition.delivery != Delivery::Delivered) {
            let key = self.edition_key(edition.number);
            if let Some(parcel) = transaction.get::<Parcel>(Shelf::Parcel, &key)?.await? {
                let before = edition.delivery;
                parcel.tell(edition);
                told.extend((edition.delivery != before).then(|| edition.clone()));
            }
        }
        for edition in told {
            self.put_edition(&edition).await?;
        }
        let register = Register { enrolment, families, editions, outcome };
        Ok(Some(Loaded { register, code, unreadable: lost_families + lost_editions }))
    }

    /// Makes this the register of the phone, with all that the register holds: new, or out of a backup.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn begin(
        &self,
        lock: &Lock,
        register: &Register,
        code: RegistrationCode,
    ) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.base, Some(&self.key))?;
        transaction.put(Shelf::Lock, &self.owner, lock)?;
        transaction.put(Shelf::Setting, ACTIVE, &self.owner)?;
        transaction.put(
            Shelf::Secret,
            &self.owner,
            &Secret { enrolment: register.enrolment.clone(), code },
        )?;
        for family in &register.families {
            transaction.put(Shelf::Family, &self.family_key(family.id), family)?;
        }
        for edition in &register.editions {
            transaction.put(Shelf::Edition, &self.edition_key(edition.number), edition)?;
        }
        if let Some(outcome) = &register.outcome {
            transaction.put(Shelf::Outcome, &self.owner, outcome)?;
        }
        transaction.commit().await
    }

    /// Keeps families, and returns them joined with what another tab has kept of them.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_families(&self, families: Vec<Family>) -> Result<Vec<Family>, StoreFault> {
        let transaction = Transaction::write(&self.base, Some(&self.key))?;
        let mut joined = Vec::with_capacity(families.len());
        for family in families {
            let key = self.family_key(family.id);
            // What cannot be read is replaced: the page shows what will stand there.
            let stored = transaction.get::<Family>(Shelf::Family, &key)?.await.unwrap_or_default();
            let family = match stored {
                Some(stored) => family.over(stored),
                None => family,
            };
            transaction.put(Shelf::Family, &key, &family)?;
            joined.push(family);
        }
        transaction.commit().await.map(|()| joined)
    }

    /// Forgets a family.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn remove_family(&self, id: FamilyId) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.base, Some(&self.key))?;
        transaction.remove(Shelf::Family, &self.family_key(id))?;
        transaction.commit().await
    }

    /// Keeps a newly sealed list together with the families that it holds.
    ///
    /// # Errors
    /// [`StoreFault::Taken`] if another tab has given its number away; any other [`StoreFault`].
    pub async fn add_edition(
        &self,
        register: &Register,
        edition: &Edition,
        parcel: &Parcel,
    ) -> Result<(), StoreFault> {
        let key = self.edition_key(edition.number);
        let transaction = Transaction::write(&self.base, Some(&self.key))?;
        transaction.add(Shelf::Edition, &key, &edition.without_text())?;
        transaction.put(Shelf::Parcel, &key, parcel)?;
        for family in register.families.iter().filter(|family| family.sent.is_some()) {
            transaction.put(Shelf::Family, &self.family_key(family.id), family)?;
        }
        transaction.commit().await
    }

    /// Keeps how far a list has come. One that another tab has delivered stays delivered.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_edition(&self, edition: &Edition) -> Result<(), StoreFault> {
        let key = self.edition_key(edition.number);
        let transaction = Transaction::write(&self.base, Some(&self.key))?;
        let stored = transaction.get::<Edition>(Shelf::Edition, &key)?.await?;
        if stored.is_none_or(|stored| stored.delivery != Delivery::Delivered) {
            transaction.put(Shelf::Edition, &key, &edition.without_text())?;
        }
        if edition.delivery == Delivery::Delivered {
            transaction.remove(Shelf::Parcel, &key)?;
        }
        transaction.commit().await
    }

    /// Keeps what the offices said.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn put_outcome(&self, outcome: &Outcome) -> Result<(), StoreFault> {
        let transaction = Transaction::write(&self.base, Some(&self.key))?;
        transaction.put(Shelf::Outcome, &self.owner, outcome)?;
        transaction.commit().await
    }

    fn family_key(&self, id: FamilyId) -> String {
        self.numbered(id.0)
    }

    fn edition_key(&self, number: u32) -> String {
        self.numbered(number)
    }

    /// A key whose order is that of the numbers.
    fn numbered(&self, number: u32) -> String {
        let digits = number.to_string();
        let zeros = "0000000000".get(digits.len()..).unwrap_or_default();
        [&self.owner, "/", zeros, &digits].concat()
    }
}
