//! Lists of families from spreadsheets, on their way into the register.

mod apart;
mod imported;
mod layout;
mod list;
mod list_place;

pub use imported::{ImportProblem, Imported, Receipt};
pub use layout::{ColumnChoice, Layout};
pub use list::FamilyList;
pub use list_place::ListPlace;
