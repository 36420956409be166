//! What a phone stores, as JSON in the database of the browser and in backup files.
//!
//! The structs here say what is stored and nothing else: they change with the stored format alone, while the domain and
//! the documents that travel change around them. Each file holds one kind of value and adapts it both ways, naming
//! every field, so that a new field of the domain does not compile before it has its place here.
//!
//! A value is of version 1 unless it says another (`v`). Fields that are not known are passed over; a value of a later
//! version cannot be read, is counted, and stays where it is. `tests/fixtures/v1` holds what the first release stored.

mod active_register;
mod backup;
mod enrolment;
mod family;
mod household;
mod layouts;
mod list_version;
mod lock;
mod outbox_item;
mod outcome;
mod register;
mod remarks;
mod secret;

pub use active_register::ActiveRegister;
pub use secret::Secret;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A value that a phone stores.
pub trait Stored: Sized {
    /// What is stored of it, in the version that is written today.
    type Record: Serialize + DeserializeOwned;

    /// The record of the value.
    fn to_record(&self) -> Self::Record;

    /// The value of a record.
    fn from_record(record: Self::Record) -> Self;

    /// As JSON; `None` only where serde refuses.
    fn to_json(&self) -> Option<String> {
        serde_json::to_string(&self.to_record()).ok()
    }

    /// Reads JSON back; `None` for what cannot be read, also for a later version.
    fn from_json(json: &str) -> Option<Self> {
        match serde_json::from_str::<Head>(json).ok()?.version {
            1 => serde_json::from_str(json).ok().map(Self::from_record),
            _ => None,
        }
    }
}

/// The version of a stored value, before the rest is read.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "v", alias = "version", default = "first")]
    version: u32,
}

fn first() -> u32 {
    1
}

/// The records of a list of values.
fn records<T: Stored>(values: &[T]) -> Vec<T::Record> {
    values.iter().map(T::to_record).collect()
}

/// The values of a list of records.
fn values<T: Stored>(records: Vec<T::Record>) -> Vec<T> {
    records.into_iter().map(T::from_record).collect()
}

#[cfg(test)]
mod tests;
