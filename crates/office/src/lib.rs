//! Dinas Sosial's side of Tepat: the register, and the rules by which lists become decisions.
//!
//! Nothing here prints, parses arguments or knows of a terminal; the command line does.

pub mod accounts;
pub mod age_file;
pub mod allocation;
pub mod approval;
pub mod areas;
pub mod backup;
pub mod breakdown;
pub mod case;
pub mod clock;
pub mod collection;
pub mod contacts;
pub mod correction;
pub mod decision;
pub mod enrolment;
pub mod erasure;
pub mod fault;
pub mod geography;
pub mod import;
pub mod intake;
pub mod invitation;
mod key_file;
pub mod listing;
pub mod matching;
pub mod office_keys;
pub mod points;
pub mod progress;
mod random;
pub mod reconciliation;
pub mod recovery;
pub mod register;
mod replaced;
pub mod reports;
pub mod retention;
pub mod review;
mod same_family;
pub mod settings;
pub mod shortened;
pub mod signing_keys;
pub mod table;
pub mod totals;
pub mod undo;
pub mod verification;
pub mod workspace;
