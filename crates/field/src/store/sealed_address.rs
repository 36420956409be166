//! Where a list goes and with what password, for the service worker: under a key of the browser that no script can read out.

use super::object_store::ObjectStore;
use super::transaction::Transaction;
use phone::{Address, StoreFault};
use ui::browser::{service, subtle};
use wasm_bindgen::JsValue;

/// What the service worker needs to send a list without a page; nothing where the browser would not wake it, or has no such
/// keys. Then the page sends the list when it is opened.
pub(super) struct SealedAddress(Option<JsValue>);

impl SealedAddress {
    /// Sealed before a transaction begins: the browser ends one that waits for something else.
    pub(super) async fn of(address: Option<Address>) -> Self {
        match address.filter(|_| service::sends_in_background()) {
            Some(address) => Self(subtle::seal_for_worker(&address.to_json()).await.ok()),
            None => Self(None),
        }
    }

    /// Keeps it beside the list that is stored under this key.
    pub(super) fn put(&self, transaction: &Transaction, key: &str) -> Result<(), StoreFault> {
        match &self.0 {
            Some(value) => transaction.put_value(ObjectStore::Setting, key, value),
            None => Ok(()),
        }
    }
}
