//! What a register holds beside its secret, written out before it is kept: whoever begins an empty register needs none of it.

use super::object_store::{ObjectStore, numbered};
use phone::{PhoneRegister, Stored, link};

/// A value as JSON, and where it belongs.
pub struct Entry {
    pub(super) store: ObjectStore,
    pub(super) key: String,
    pub(super) json: String,
}

impl Entry {
    /// Everything that a register holds; `None` only where serde refuses.
    pub fn all(register: &PhoneRegister) -> Option<Vec<Self>> {
        let owner = link::owner(&register.enrolment);
        let mut entries = Vec::new();
        for family in &register.families {
            entries.push(Self::new(ObjectStore::Family, numbered(&owner, family.id.0), family)?);
        }
        for version in &register.list_versions {
            entries.push(Self::new(ObjectStore::ListVersion, numbered(&owner, version.number), version)?);
        }
        if let Some(outcome) = &register.outcome {
            entries.push(Self::new(ObjectStore::Outcome, owner, outcome)?);
        }
        Some(entries)
    }

    fn new(store: ObjectStore, key: String, value: &impl Stored) -> Option<Self> {
        Some(Self { store, key, json: value.to_json()? })
    }
}
