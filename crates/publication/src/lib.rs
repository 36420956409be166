//! A publication: the whole static API as a set of files.
//!
//! It is a function of the register, the office's secret and the time that it bears: the same give the same files,
//! byte for byte. Nothing personal is in it but under a key that follows from what the family itself knows.
//!
//! A city of a million families has some four million capsules: families are read a few thousand at a time and cut down to
//! what is published of them, and each file goes where it belongs (`Sink`) as soon as it is made.

mod buckets;
mod check;
mod document;
mod fitting;
mod folder;
pub mod location;
mod make;
mod outcome;
mod public_family;
mod publish;
mod published;
pub mod schema;
mod secrets;
mod sink;
mod staging;
mod stats;
pub mod store;
pub mod swap;
mod terms;
mod upload;
mod verify;

pub use check::{Drift, check};
pub use make::{Figures, fill_with_dummy_keys};
pub use publish::publish;
pub use sink::FileCounts;
pub use terms::settle;
pub use verify::{Verified, verify};
