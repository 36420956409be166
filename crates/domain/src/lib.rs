//! The vocabulary and the rules of Bantuan Sosial Tunai (BST), the cash aid of Jakarta.
//!
//! Nothing here reads a file, a clock or a random number, and nothing speaks to a person: faults and reasons are
//! typed values, and the sentence is made at the edge. So the same rules run in the browser, in the publisher and
//! in the tests.

pub mod actor;
pub mod aid;
pub mod area;
pub mod assessment;
pub mod code;
pub mod coded;
pub mod date;
pub mod document;
pub mod draft;
pub mod eligibility;
pub mod field;
pub mod geo;
pub mod household;
pub mod household_change;
pub mod household_list;
pub mod identity;
pub mod invitation;
pub mod kk;
pub mod mark;
pub mod mask;
pub mod member;
pub mod nik;
pub mod point;
pub mod problem;
pub mod reading;
pub mod reason;
pub mod relation;
pub mod remarks;
pub mod review;
pub mod rt_rw;
pub mod search;
pub mod sex;
pub mod sixteen;
pub mod status;
mod text_serde;

pub use actor::Actor;
pub use aid::Aid;
pub use area::{AreaCode, AreaFault};
pub use assessment::{Assessment, Facts, Question};
pub use code::{CodeFault, RegistrationCode};
pub use coded::{Code, Coded};
pub use date::{Date, DateFault, TimeOfDay};
pub use document::{Document, Visitor};
pub use draft::{Entry, HouseholdDraft, MemberDraft, Value};
pub use eligibility::{Answers, Rule, Verdict};
pub use field::{Field, Input, Owner, Place};
pub use geo::Coordinate;
pub use household::Household;
pub use household_change::{ChangeKind, HouseholdChange};
pub use household_list::{HouseholdList, ListedHousehold};
pub use identity::{FamilyKey, Finding, MatchEvidence, MatchKey, MatchMethod, NormalizedName, Similarity};
pub use invitation::Invitation;
pub use kk::KkNumber;
pub use mark::{Absence, Attendance, Mark};
pub use member::Member;
pub use nik::Nik;
pub use point::{Opening, PickupPoint, PointKind, Precision};
pub use problem::{Fault, Problem};
pub use reason::Reason;
pub use relation::Relation;
pub use remarks::{KeptWarning, NotDuplicate, Remarks};
pub use review::{Answer, Decision, Standing};
pub use rt_rw::{Rt, RtRwFault, Rw};
pub use sex::Sex;
pub use sixteen::{NumberFault, Sixteen};
pub use status::{Event, Status};
pub use text_serde::UnknownCode;
