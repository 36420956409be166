//! The JSON that travels: the files of the static API (`/api/v1/`), and what is sealed inside envelopes.
//!
//! Every document carries its version and is read only in a version that this code knows. Old readers ignore new
//! fields, so fields may be added within a version and never change their meaning.

pub mod areas;
pub mod bucket;
pub mod bytes;
pub mod enrolment;
pub mod envelope;
pub mod index;
pub mod list;
pub mod manifest;
pub mod outcome;
pub mod points;
pub mod stats;
pub mod status;
pub mod version;

pub use areas::{Area, Areas};
pub use bucket::{Bucket, SealedRecord};
pub use bytes::Bytes;
pub use enrolment::Enrolment;
pub use envelope::{Envelope, Wrap};
pub use index::{Contact, Index, LookupParams, OfficeKey, OfficeKind, Programme};
pub use list::{HouseholdList, ListedHousehold};
pub use manifest::Manifest;
pub use outcome::{FamilyOutcome, Outcome, RtProgress, StatusCount};
pub use points::Points;
pub use stats::{AreaStats, Stats};
pub use status::StatusRecord;
pub use version::Version;
