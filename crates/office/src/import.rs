//! Lists of families from spreadsheets, on their way into the register.

mod apart;
mod imported;
mod list;

pub use imported::{ImportProblem, Imported, Receipt};
pub use list::{FamilyList, ListPlace};
