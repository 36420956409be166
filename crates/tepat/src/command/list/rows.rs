//! Families that are written one after the other.

use office::fault::{Fault, Result};
use office::listing::ListedFamily;
use std::fmt::Display;

/// What takes families in, one after the other, and keeps none.
pub(super) trait Rows {
    /// Takes one.
    fn add(&mut self, family: &ListedFamily) -> Result<()>;

    /// Writes what is left to write.
    fn finish(self: Box<Self>) -> Result<()>;
}

/// It could not be written.
pub(super) fn unwritten(why: impl Display) -> Fault {
    Fault::new("berkas", format!("Gagal menulis daftar: {why}."), "Periksa sisa ruang, lalu ulangi.")
}
