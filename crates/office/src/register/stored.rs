//! The records in the JSON columns of the register, as every version of this program wrote them.
//!
//! These structs are apart from the domain's: the domain may gain, lose or rename a field without a register becoming unreadable.
//! A field that came later has a default here. Where the meaning of a record changes, its version `v` goes up, and both are
//! read. Each file holds one kind of record and takes it apart by name, so that a new field does not compile before it has its place.

mod event;
mod evidence;
mod household;
mod point;
mod remark;

use crate::fault::{BROKEN_RECORD, During, Fault, LATER_RECORD, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value of the domain that a JSON column keeps.
pub(super) trait Kept: Sized {
    /// The struct that is written.
    type Stored: Serialize + DeserializeOwned;
    /// The struct for a value.
    fn store(&self) -> Self::Stored;
    /// The value of a struct; none: a later version wrote it.
    fn restore(stored: Self::Stored) -> Option<Self>;
}

/// A value as its column keeps it. `doing` completes "Gagal …".
pub(super) fn write(value: &impl Kept, doing: &'static str) -> Result<String> {
    serde_json::to_string(&value.store()).during(doing)
}

/// A value read back from its column. `doing` completes "Gagal …".
pub(super) fn read<T: Kept>(json: &str, doing: &'static str) -> Result<T> {
    // Only the place: the message of serde may quote the text.
    let stored = serde_json::from_str(json).map_err(|e| {
        Fault::new(
            BROKEN_RECORD,
            format!("Gagal {doing} (baris {}, kolom {}).", e.line(), e.column()),
            "Pulihkan register dari cadangan.",
        )
    })?;
    T::restore(stored).ok_or_else(|| {
        Fault::new(
            LATER_RECORD,
            format!("Gagal {doing}: catatan ini ditulis tepat versi yang lebih baru."),
            "Pakai tepat versi yang sesuai.",
        )
    })
}

/// The version of a record that says none.
fn first() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_first(version: &u8) -> bool {
    *version == first()
}
