//! What lists of other aid and extracts of Dukcapil say of the families.

mod aid;
mod comparison;
mod found;
mod kelurahan;
mod list_file;
mod names;
mod overlay;
mod residents;
mod unusable;

pub use comparison::{Comparison, ReadRows, UnusableRow};
pub use list_file::{ListFile, compare};
