//! The open database, and what ends it: a newer version of the app that changes it in another tab.

use super::migration;
use idb::{Database, DatabaseEvent as _, Error, Factory};
use phone::StoreFault;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The open database, as the crate knows it and as the browser does.
pub(super) struct Connection {
    pub(super) database: Database,
    pub(super) raw: JsValue,
    /// Closed because a newer version of the app needs the database for itself.
    closed: Rc<Cell<bool>>,
}

/// What happens to the database in other tabs.
pub struct Events<Blocked, Outdated> {
    /// An older version of the app holds it in another tab, so that it cannot be opened yet.
    pub on_blocked: Blocked,
    /// A newer version of the app waits for it in another tab, until [`super::Store::close`].
    pub on_outdated: Outdated,
}

impl Connection {
    /// Opens the database, makes it where there is none, and brings an older one to the version of this app.
    pub(super) async fn open(
        events: Events<impl FnOnce() + 'static, impl FnOnce() + 'static>,
    ) -> Result<Self, StoreFault> {
        let mut request = Factory::new()
            .and_then(|factory| factory.open("tepat", Some(migration::VERSION)))
            .map_err(|_| StoreFault::Unavailable)?;
        request.on_blocked(move |_| (events.on_blocked)());
        request.on_upgrade_needed(|event| {
            // A database whose version is not known is left as it is.
            if let (Ok(database), Ok(from)) = (event.database(), event.old_version()) {
                migration::migrate(&database, from);
            }
        });
        let raw = JsValue::from(request.await.map_err(open_fault)?);
        let mut database = Database::try_from(raw.clone()).map_err(|_| StoreFault::Failed)?;
        database.on_version_change(move |_| (events.on_outdated)());
        Ok(Self { database, raw, closed: Rc::default() })
    }

    /// Ends it once every transaction that has begun is over.
    pub(super) fn close(&self) {
        self.closed.set(true);
        self.database.close();
    }

    /// Why a transaction could not begin.
    pub(super) fn fault(&self) -> StoreFault {
        if self.closed.get() { StoreFault::Outdated } else { StoreFault::Failed }
    }
}

fn open_fault(fault: Error) -> StoreFault {
    match fault {
        Error::DomException(fault) if fault.name() == "VersionError" => StoreFault::Outdated,
        _ => StoreFault::Unavailable,
    }
}
