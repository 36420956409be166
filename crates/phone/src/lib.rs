//! What the phone of an RT or RW keeps, and what follows from it: the register, lists that are brought in, lists on their
//! way to the offices, lock and backup. Plain values: no clock, no randomness, no storage, no browser; so all of it is
//! tested natively. [`stored`] says how values are stored.

pub mod backoff;
pub mod backup;
pub mod duplicate;
pub mod family;
pub mod family_id;
pub mod family_state;
pub mod fault;
mod household_change;
pub mod import;
mod kept_warning;
mod layouts;
pub mod ledger;
pub mod link;
pub mod list_state;
pub mod list_version;
pub mod lock;
pub mod offer;
pub mod outbox_item;
pub mod pin;
pub mod progress;
pub mod register;
pub mod review;
pub mod row;
pub mod ruled_out;
pub mod save_state;
pub mod stored;

pub use backoff::Backoff;
pub use backup::{Backup, BackupFault};
pub use duplicate::{Candidates, DuplicateCandidate};
pub use family::{Family, ListChange, Sent};
pub use family_id::FamilyId;
pub use family_state::FamilyState;
pub use fault::{RestoreFault, SendFault, StoreFault, UnlockFault};
pub use import::{AcceptedRow, ImportBatch, ImportTotals, KnownFamilies};
pub use layouts::Layouts;
pub use link::LinkFault;
pub use list_state::ListState;
pub use list_version::{Attempt, Delivery, ListVersion, Refusal};
pub use lock::{Lock, Opener};
pub use offer::Offer;
pub use outbox_item::{Address, OutboxItem};
pub use pin::{Pin, PinFault};
pub use register::PhoneRegister;
pub use review::ListReview;
pub use row::{FamilyFilter, FamilyRow, FamilySearch};
pub use ruled_out::RuledOut;
pub use save_state::SaveState;
pub use stored::{Secret, Stored};

#[cfg(test)]
mod tests;
