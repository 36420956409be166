//! One transaction: requests are queued at once, and only the requests of this transaction and its end are awaited.
//! Whatever else is awaited would end it early, for the browser commits a transaction that has nothing to do.

use super::connection::Connection;
use super::object_store::ObjectStore;
use idb::{KeyRange, Query, TransactionMode};
use phone::{StoreFault, Stored};
use seal::RestKey;
use std::future::Future;
use std::rc::Rc;
use ui::browser::{bytes, durable, random};
use wasm_bindgen::JsValue;

/// A transaction over all object stores, with the key of the register that it is about.
pub(super) struct Transaction {
    inner: idb::Transaction,
    key: Option<Rc<RestKey>>,
}

impl Transaction {
    pub(super) fn read(connection: &Connection, key: Option<&Rc<RestKey>>) -> Result<Self, StoreFault> {
        let inner = connection
            .database
            .transaction(&ObjectStore::ALL.map(ObjectStore::name), TransactionMode::ReadOnly)
            .map_err(|_| connection.fault())?;
        Ok(Self { inner, key: key.cloned() })
    }

    pub(super) fn write(connection: &Connection, key: Option<&Rc<RestKey>>) -> Result<Self, StoreFault> {
        let inner = durable::transaction(&connection.raw, &ObjectStore::ALL.map(ObjectStore::name))
            .map_err(|_| connection.fault())?;
        let inner = idb::Transaction::try_from(inner).map_err(failed)?;
        Ok(Self { inner, key: key.cloned() })
    }

    fn object_store(&self, store: ObjectStore) -> Result<idb::ObjectStore, StoreFault> {
        self.inner.object_store(store.name()).map_err(failed)
    }

    /// Asks for a value; a value that cannot be read is `Failed`.
    pub(super) fn get<T: Stored>(
        &self,
        store: ObjectStore,
        key: &str,
    ) -> Result<impl Future<Output = Result<Option<T>, StoreFault>> + use<T>, StoreFault> {
        let json = self.get_json(store, key)?;
        Ok(async move { json.await?.map(|json| T::from_json(&json).ok_or(StoreFault::Failed)).transpose() })
    }

    /// The same for its JSON.
    pub(super) fn get_json(
        &self,
        store: ObjectStore,
        key: &str,
    ) -> Result<impl Future<Output = Result<Option<String>, StoreFault>> + use<>, StoreFault> {
        let found = self.object_store(store)?.get(JsValue::from_str(key)).map_err(failed)?.into_future();
        let (place, key) = (place(store, key), self.key.clone());
        Ok(async move {
            let value = found.await.map_err(failed)?;
            value.map(|value| opened(&value, &place, key.as_deref()).ok_or(StoreFault::Failed)).transpose()
        })
    }

    /// Asks for every value whose key begins with `prefix`, and counts those that cannot be read.
    pub(super) fn all<T: Stored>(
        &self,
        store: ObjectStore,
        prefix: &str,
    ) -> Result<impl Future<Output = Result<(Vec<T>, usize), StoreFault>> + use<T>, StoreFault> {
        let range = || beginning_with(prefix).map(|range| Some(Query::KeyRange(range)));
        let names = self.object_store(store)?.get_all_keys(range()?, None).map_err(failed)?.into_future();
        let found = self.object_store(store)?.get_all(range()?, None).map_err(failed)?.into_future();
        let key = self.key.clone();
        Ok(async move {
            let (names, values) = (names.await.map_err(failed)?, found.await.map_err(failed)?);
            let parse = |(name, value): (&JsValue, &JsValue)| {
                T::from_json(&opened(value, &place(store, &name.as_string()?), key.as_deref())?)
            };
            let read: Vec<T> = names.iter().zip(&values).filter_map(parse).collect();
            let unreadable = values.len() - read.len();
            Ok((read, unreadable))
        })
    }

    /// Puts a value in the place of another.
    pub(super) fn put(&self, store: ObjectStore, key: &str, value: &impl Stored) -> Result<(), StoreFault> {
        self.put_json(store, key, &value.to_json().ok_or(StoreFault::Failed)?)
    }

    /// The same for a value that is JSON already.
    pub(super) fn put_json(&self, store: ObjectStore, key: &str, json: &str) -> Result<(), StoreFault> {
        let value = self.written(store, key, json)?;
        self.object_store(store)?.put(&value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    /// Adds a value; the transaction fails where there is one already.
    pub(super) fn add(&self, store: ObjectStore, key: &str, value: &impl Stored) -> Result<(), StoreFault> {
        let value = self.written(store, key, &value.to_json().ok_or(StoreFault::Failed)?)?;
        self.object_store(store)?.add(&value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    /// Puts a value of the browser, which is kept as it is: it may hold a key that nobody can read out.
    pub(super) fn put_value(&self, store: ObjectStore, key: &str, value: &JsValue) -> Result<(), StoreFault> {
        self.object_store(store)?.put(value, Some(&JsValue::from_str(key))).map(drop).map_err(failed)
    }

    pub(super) fn remove(&self, store: ObjectStore, key: &str) -> Result<(), StoreFault> {
        self.object_store(store)?.delete(JsValue::from_str(key)).map(drop).map_err(failed)
    }

    /// Removes every value whose key begins with `prefix`.
    pub(super) fn remove_all(&self, store: ObjectStore, prefix: &str) -> Result<(), StoreFault> {
        self.object_store(store)?.delete(beginning_with(prefix)?).map(drop).map_err(failed)
    }

    /// JSON as it is kept: sealed unless its store is clear.
    fn written(&self, store: ObjectStore, key: &str, json: &str) -> Result<JsValue, StoreFault> {
        if store.is_clear() {
            return Ok(JsValue::from_str(json));
        }
        let sealed = || self.key.as_ref()?.seal(&place(store, key), json.as_bytes(), random::bytes()?);
        sealed().map(|sealed| bytes::to_js(&sealed)).ok_or(StoreFault::Failed)
    }

    /// Waits until all of it is kept.
    pub(super) async fn commit(self) -> Result<(), StoreFault> {
        // The same transaction again, to be asked why it was aborted.
        let witness = self.object_store(ObjectStore::Setting)?.transaction();
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

/// The JSON of a value.
fn opened(value: &JsValue, place: &str, key: Option<&RestKey>) -> Option<String> {
    match value.as_string() {
        Some(json) => Some(json),
        None => String::from_utf8(key?.open(place, &bytes::from_js(value)?)?).ok(),
    }
}

/// What a sealed value is bound to: it opens nowhere else.
fn place(store: ObjectStore, key: &str) -> String {
    [store.name(), "/", key].concat()
}

fn failed(_: idb::Error) -> StoreFault {
    StoreFault::Failed
}
