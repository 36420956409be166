//! One transaction: requests are queued at once, and only the requests of this transaction and its end are awaited.
//! Whatever else is awaited would end it early, for the browser commits a transaction that has nothing to do.

use super::StoreFault;
use crate::browser::{bytes, durable, random};
use idb::{Database, KeyRange, Query, TransactionMode};
use seal::RestKey;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Where values of one kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ObjectStore {
    /// Which register is active.
    Setting,
    /// Locks by register.
    Lock,
    /// Enrolments by register.
    Secret,
    /// Families by register and id.
    Family,
    /// Lists that were sent, by register and number.
    ListVersion,
    /// Their sealed texts while they are on their way.
    OutboxItem,
    /// What the offices said, by register.
    Outcome,
}

impl ObjectStore {
    pub(super) const ALL: [Self; 7] = [
        Self::Setting,
        Self::Lock,
        Self::Secret,
        Self::Family,
        Self::ListVersion,
        Self::OutboxItem,
        Self::Outcome,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Lock => "lock",
            Self::Secret => "secret",
            Self::Family => "family",
            Self::ListVersion => "edition",
            Self::OutboxItem => "parcel",
            Self::Outcome => "outcome",
        }
    }

    /// What stands here without a key: nothing that says who anybody is.
    fn is_clear(self) -> bool {
        matches!(self, Self::Setting | Self::Lock | Self::OutboxItem)
    }
}

/// The open database, as the crate knows it and as the browser does.
pub(super) struct Base {
    database: Database,
    raw: JsValue,
}

impl Base {
    /// Gives way to a newer version of the app in another tab, which must not wait for this one.
    pub(super) fn new(database: Database) -> Result<Self, StoreFault> {
        let raw = JsValue::from(database);
        let mut database = Database::try_from(raw.clone()).map_err(failed)?;
        database.on_version_change(|event| {
            event
                .target()
                .and_then(|target| Database::try_from(target).ok())
                .iter()
                .for_each(Database::close);
        });
        Ok(Self { database, raw })
    }
}

/// A transaction over all shelves, with the key of the register that it is about.
pub(super) struct Transaction {
    inner: idb::Transaction,
    key: Option<Rc<RestKey>>,
}

impl Transaction {
    pub(super) fn read(base: &Base, key: Option<&Rc<RestKey>>) -> Result<Self, StoreFault> {
        let inner = base
            .database
            .transaction(&ObjectStore::ALL.map(ObjectStore::name), TransactionMode::ReadOnly)
            .map_err(failed)?;
        Ok(Self { inner, key: key.cloned() })
    }

    pub(super) fn write(base: &Base, key: Option<&Rc<RestKey>>) -> Result<Self, StoreFault> {
        let inner = durable::transaction(&base.raw, &ObjectStore::ALL.map(ObjectStore::name))
            .map_err(|_| StoreFault::Failed)?;
        let inner = idb::Transaction::try_from(inner).map_err(failed)?;
        Ok(Self { inner, key: key.cloned() })
    }

    fn shelf(&self, shelf: ObjectStore) -> Result<idb::ObjectStore, StoreFault> {
        self.inner.object_store(shelf.name()).map_err(failed)
    }

    /// Asks for a value; a value that cannot be read is `Failed`.
    pub(super) fn get<T: DeserializeOwned>(
        &self,
        shelf: ObjectStore,
        key: &str,
    ) -> Result<impl Future<Output = Result<Option<T>, StoreFault>> + use<T>, StoreFault> {
        let found = self.shelf(shelf)?.get(JsValue::from_str(key)).map_err(failed)?.into_future();
        let (place, key) = (place(shelf, key), self.key.clone());
        Ok(async move {
            let value = found.await.map_err(failed)?;
            value.map(|value| parse(&value, &place, key.as_deref()).ok_or(StoreFault::Failed)).transpose()
        })
    }

    /// Asks for every value whose key begins with `prefix`, and counts those that cannot be read.
    pub(super) fn all<T: DeserializeOwned>(
        &self,
        shelf: ObjectStore,
        prefix: &str,
    ) -> Result<impl Future<Output = Result<(Vec<T>, usize), StoreFault>> + use<T>, StoreFault> {
        let range = || beginning_with(prefix).map(|range| Some(Query::KeyRange(range)));
        let names = self.shelf(shelf)?.get_all_keys(range()?, None).map_err(failed)?.into_future();
        let found = self.shelf(shelf)?.get_all(range()?, None).map_err(failed)?.into_future();
        let key = self.key.clone();
        Ok(async move {
            let (names, values) = (names.await.map_err(failed)?, found.await.map_err(failed)?);
            let parse = |(name, value): (&JsValue, &JsValue)| {
                parse(value, &place(shelf, &name.as_string()?), key.as_deref())
            };
            let read: Vec<T> = names.iter().zip(&values).filter_map(parse).collect();
            let unreadable = values.len() - read.len();
            Ok((read, unreadable))
        })
    }

    /// Puts a value in the place of another.
    pub(super) fn put(
        &self,
        shelf: ObjectStore,
        key: &str,
        value: &impl Serialize,
    ) -> Result<(), StoreFault> {
        let value = self.written(shelf, key, value)?;
        self.shelf(shelf)?.put(&value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    /// Adds a value; the transaction fails where there is one already.
    pub(super) fn add(
        &self,
        shelf: ObjectStore,
        key: &str,
        value: &impl Serialize,
    ) -> Result<(), StoreFault> {
        let value = self.written(shelf, key, value)?;
        self.shelf(shelf)?.add(&value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    pub(super) fn remove(&self, shelf: ObjectStore, key: &str) -> Result<(), StoreFault> {
        self.shelf(shelf)?.delete(JsValue::from_str(key)).map(drop).map_err(failed)
    }

    /// Removes every value whose key begins with `prefix`.
    pub(super) fn remove_all(&self, shelf: ObjectStore, prefix: &str) -> Result<(), StoreFault> {
        self.shelf(shelf)?.delete(beginning_with(prefix)?).map(drop).map_err(failed)
    }

    /// A value as it is kept: JSON, sealed unless its shelf is clear.
    fn written(&self, shelf: ObjectStore, key: &str, value: &impl Serialize) -> Result<JsValue, StoreFault> {
        let json = serde_json::to_string(value).map_err(|_| StoreFault::Failed)?;
        if shelf.is_clear() {
            return Ok(JsValue::from_str(&json));
        }
        let sealed = || self.key.as_ref()?.seal(&place(shelf, key), json.as_bytes(), random::bytes()?);
        sealed().map(|sealed| bytes::to_js(&sealed)).ok_or(StoreFault::Failed)
    }

    /// Waits until all of it is kept.
    pub(super) async fn commit(self) -> Result<(), StoreFault> {
        // The same transaction again, to be asked why it was aborted.
        let witness = self.shelf(ObjectStore::Setting)?.transaction();
        match self.inner.await {
            Ok(end) if end.is_committed() => Ok(()),
            _ => Err(match witness.error().map(|error| error.name()).as_deref() {
                Some("QuotaExceededError") => StoreFault::Full,
                Some("ConstraintError") => StoreFault::Taken,
                _ => StoreFault::Failed,
            }),
        }
    }
}

fn beginning_with(prefix: &str) -> Result<KeyRange, StoreFault> {
    let end = [prefix, "\u{ffff}"].concat();
    KeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&end), None, None).map_err(failed)
}

fn parse<T: DeserializeOwned>(value: &JsValue, place: &str, key: Option<&RestKey>) -> Option<T> {
    match value.as_string() {
        Some(json) => serde_json::from_str(&json).ok(),
        None => serde_json::from_slice(&key?.open(place, &bytes::from_js(value)?)?).ok(),
    }
}

/// What a sealed value is bound to: it opens nowhere else.
fn place(shelf: ObjectStore, key: &str) -> String {
    [shelf.name(), "/", key].concat()
}

fn failed(_: idb::Error) -> StoreFault {
    StoreFault::Failed
}
