//! The JSON that travels: the files of the static API (`/api/v1/`), and what is sealed inside envelopes.
//!
//! Every document carries its version and is read only in a version that this code knows. Old readers ignore new
//! fields, and show codes that they do not know as unknown ([`domain::Code`]): so fields and codes may be added within a
//! version and never change their meaning.
//!
//! The types here are those of the documents (`…Dto` where the domain has one of the same name) and change only with
//! them. Each file also turns its type into that of the domain and back, naming every field: a new one does not compile
//! before it has its place.

pub mod areas;
pub mod bucket;
pub mod bytes;
pub mod cause;
mod code;
pub mod digest;
pub mod enrolment;
pub mod envelope;
pub mod event;
pub mod household;
pub mod index;
pub mod list;
pub mod manifest;
pub mod outcome;
pub mod points;
pub mod remarks;
pub mod signed;
pub mod stats;
pub mod status;
pub mod version;

pub use areas::{Area, Areas, CoordinateDto};
pub use bucket::{Bucket, BucketGroup};
pub use bytes::Bytes;
pub use cause::CauseDto;
pub use digest::{Digests, FileDigest};
pub use enrolment::Enrolment;
pub use envelope::{Envelope, Wrap};
pub use event::{EventDto, InvitationDto};
pub use household::{HouseholdDto, MemberDto};
pub use index::{Contact, Index, LookupParams, OfficeKey, OfficeKind, PairView, Programme, StatusTree};
pub use list::{HouseholdListDto, ListedHouseholdDto};
pub use manifest::Manifest;
pub use outcome::{FamilyOutcome, Outcome, RtProgress, StatusCount};
pub use points::{PickupPointDto, Points};
pub use remarks::{HouseholdChangeDto, KeptWarningDto, MarkDto, NotDuplicateDto, PlaceDto, RemarksDto};
pub use signed::{Purpose, Signed};
pub use stats::{AreaStats, Stats};
pub use status::StatusRecord;
pub use version::Version;
