//! The vocabulary and the rules of Bantuan Sosial Tunai (BST), the cash aid of Jakarta.
//!
//! Nothing here reads a file, a clock or a random number, and nothing speaks to a person: faults and reasons are
//! typed values, and the sentence is made at the edge. So the same rules run in the browser, in the publisher and
//! in the tests.

pub mod actor;
pub mod area;
pub mod assessment;
pub mod code;
pub mod date;
mod disability;
pub mod document;
pub mod draft;
pub mod eligibility;
pub mod geo;
pub mod household;
pub mod household_change;
pub mod invitation;
pub mod kk;
pub mod mark;
pub mod mask;
pub mod match_evidence;
pub mod member;
pub mod nik;
pub mod normalized_name;
pub mod point;
pub mod problem;
pub mod reason;
pub mod remarks;
pub mod review;
pub mod rt_rw;
pub mod search;
pub mod similarity;
pub mod sixteen;
pub mod status;
mod text_serde;

pub use actor::Actor;
pub use area::{AreaCode, AreaFault};
pub use assessment::{Assessment, Facts, Question};
pub use code::{CodeFault, RegistrationCode};
pub use date::{Date, DateFault, TimeOfDay};
pub use document::{Document, Visitor};
pub use draft::{HouseholdDraft, MemberDraft};
pub use eligibility::{Answers, Rule, Verdict};
pub use geo::Coordinate;
pub use household::{Aid, Household};
pub use household_change::{ChangeKind, HouseholdChange};
pub use invitation::Invitation;
pub use kk::KkNumber;
pub use mark::{Absence, Attendance, Mark};
pub use match_evidence::{Finding, MatchEvidence, MatchMethod};
pub use member::{Member, Relation, Sex};
pub use nik::Nik;
pub use normalized_name::NormalizedName;
pub use point::{Opening, PickupPoint, PointKind, Precision};
pub use problem::{Fault, Field, Place, Problem};
pub use reason::Reason;
pub use remarks::{KeptWarning, NotDuplicate, Remarks};
pub use review::{Answer, Decision, Standing};
pub use rt_rw::{Rt, RtRwFault, Rw};
pub use similarity::{MatchKey, Similarity};
pub use sixteen::{NumberFault, Sixteen};
pub use status::{Event, Status};
pub use text_serde::UnknownCode;
