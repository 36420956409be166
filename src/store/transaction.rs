//! One transaction: requests are queued at once, and only the requests of this transaction and its end are awaited.
//! Whatever else is awaited would end it early, for the browser commits a transaction that has nothing to do.

use super::StoreFault;
use idb::{Database, KeyRange, Query, TransactionMode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use wasm_bindgen::JsValue;

/// Where values of one kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Which RT is active.
    Setting,
    /// Enrolments by RT.
    Enrolment,
    /// Families by RT and id.
    Family,
    /// Sealed lists by RT and number.
    Edition,
    /// What the offices said, by RT.
    Outcome,
}

impl Shelf {
    pub(super) const ALL: [Self; 5] =
        [Self::Setting, Self::Enrolment, Self::Family, Self::Edition, Self::Outcome];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Enrolment => "enrolment",
            Self::Family => "family",
            Self::Edition => "edition",
            Self::Outcome => "outcome",
        }
    }
}

/// A transaction over all shelves.
pub(super) struct Transaction(idb::Transaction);

impl Transaction {
    pub(super) fn read(database: &Database) -> Result<Self, StoreFault> {
        Self::begin(database, TransactionMode::ReadOnly)
    }

    pub(super) fn write(database: &Database) -> Result<Self, StoreFault> {
        Self::begin(database, TransactionMode::ReadWrite)
    }

    fn begin(database: &Database, mode: TransactionMode) -> Result<Self, StoreFault> {
        database.transaction(&Shelf::ALL.map(Shelf::name), mode).map(Self).map_err(failed)
    }

    fn shelf(&self, shelf: Shelf) -> Result<idb::ObjectStore, StoreFault> {
        self.0.object_store(shelf.name()).map_err(failed)
    }

    /// Asks for a value; a value that cannot be read is `Failed`.
    pub(super) fn get<T: DeserializeOwned>(
        &self,
        shelf: Shelf,
        key: &str,
    ) -> Result<impl Future<Output = Result<Option<T>, StoreFault>> + use<T>, StoreFault> {
        let found = self.shelf(shelf)?.get(JsValue::from_str(key)).map_err(failed)?.into_future();
        Ok(async move {
            let value = found.await.map_err(failed)?;
            value.map(|value| parse(&value).ok_or(StoreFault::Failed)).transpose()
        })
    }

    /// Asks for every value whose key begins with `prefix`, and counts those that cannot be read.
    pub(super) fn all<T: DeserializeOwned>(
        &self,
        shelf: Shelf,
        prefix: &str,
    ) -> Result<impl Future<Output = Result<(Vec<T>, usize), StoreFault>> + use<T>, StoreFault> {
        let range = Query::KeyRange(beginning_with(prefix)?);
        let found = self.shelf(shelf)?.get_all(Some(range), None).map_err(failed)?.into_future();
        Ok(async move {
            let values = found.await.map_err(failed)?;
            let read: Vec<T> = values.iter().filter_map(parse).collect();
            let unreadable = values.len() - read.len();
            Ok((read, unreadable))
        })
    }

    /// Puts a value in the place of another.
    pub(super) fn put(&self, shelf: Shelf, key: &str, value: &impl Serialize) -> Result<(), StoreFault> {
        let value = write(value)?;
        self.shelf(shelf)?.put(&value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    /// Adds a value; the transaction fails where there is one already.
    pub(super) fn add(&self, shelf: Shelf, key: &str, value: &impl Serialize) -> Result<(), StoreFault> {
        let value = write(value)?;
        self.shelf(shelf)?.add(&value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    pub(super) fn remove(&self, shelf: Shelf, key: &str) -> Result<(), StoreFault> {
        self.shelf(shelf)?.delete(JsValue::from_str(key)).map(drop).map_err(failed)
    }

    /// Removes every value whose key begins with `prefix`.
    pub(super) fn remove_all(&self, shelf: Shelf, prefix: &str) -> Result<(), StoreFault> {
        self.shelf(shelf)?.delete(beginning_with(prefix)?).map(drop).map_err(failed)
    }

    /// Waits until all of it is kept.
    pub(super) async fn commit(self) -> Result<(), StoreFault> {
        // The same transaction again, to be asked why it was aborted.
        let witness = self.shelf(Shelf::Setting)?.transaction();
        match self.0.await {
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

fn write(value: &impl Serialize) -> Result<JsValue, StoreFault> {
    serde_json::to_string(value).map(|json| JsValue::from_str(&json)).map_err(|_| StoreFault::Failed)
}

fn parse<T: DeserializeOwned>(value: &JsValue) -> Option<T> {
    serde_json::from_str(&value.as_string()?).ok()
}

fn failed(_: idb::Error) -> StoreFault {
    StoreFault::Failed
}
