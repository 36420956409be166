//! Writes families in the layout of the Dinas: one row a member, and [`crate::read()`] reads the same families again.

mod csv;
mod layout;
mod xlsx;

pub use self::csv::csv;
pub use self::xlsx::xlsx;
pub use lists_protocol::List;
