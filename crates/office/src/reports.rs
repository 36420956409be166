//! Reports on families: tables of which each row names a family by its registration code, its KK number or a NIK, and says
//! something of it. A row that cannot be taken in is named, and the rest goes in.

pub mod attendance;
mod bank_word;
mod card;
pub mod disbursement;
pub mod resolution;
mod row;
mod tally;

pub use tally::{RejectedRow, Repeated, Tally};
