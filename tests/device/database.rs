//! The database that the app keeps on the phone, as another version of the app left it, or opens it.

use super::Device;
use serde_json::{Value, json};

/// The name that the app gives it.
const NAME: &str = "tepat";

impl Device {
    /// Puts a database with these object stores on the phone, each with its keys and values as a fixture has them.
    pub fn holds_database(&self, version: u32, stores: &Value) -> &Self {
        let given = [NAME.into(), version.into(), stores.clone()];
        self.script(include_str!("scripts/put_database.js"), &given);
        self
    }

    /// The version of the database, and every key in it by object store; nothing, where there is none.
    pub fn database(&self) -> Option<(u64, Value)> {
        let seen = self.script(include_str!("scripts/database.js"), &[NAME.into()]);
        Some((seen["version"].as_u64()?, seen["keys"].clone()))
    }

    /// From the next page on, the app asks for the version after the one that it knows: as its next release may.
    pub fn gets_an_app_of_the_next_database_version(&self) -> &Self {
        let script = include_str!("scripts/next_version.js");
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        self
    }

    /// The lists that wait on the phone are as the first versions kept them: with their address, and the password for it, in
    /// clear.
    pub fn keeps_addresses_in_clear(&self, folder: &str, authorization: &str) -> &Self {
        let script = include_str!("scripts/address_in_clear.js");
        let lists = self.script(script, &[folder.into(), authorization.into()]);
        assert!(lists.as_u64().unwrap() > 0, "no list waits");
        self
    }

    /// This page holds the database open and does not give way.
    pub fn holds_database_open(&self) -> &Self {
        self.script(include_str!("scripts/hold_database.js"), &[NAME.into()]);
        self
    }
}
