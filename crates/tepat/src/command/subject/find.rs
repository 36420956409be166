//! The family that somebody asks about.

use crate::cli::SubjectFamily;
use office::fault::{Fault, Result};
use office::register::{Family, Register};

/// The entries of a family: those with its number, or the one with its code.
pub(super) fn find(register: &Register, SubjectFamily { kk, code }: &SubjectFamily) -> Result<Vec<Family>> {
    let families = match (kk, code) {
        (_, Some(code)) => register.family_with_code(code)?.into_iter().collect(),
        (Some(kk), None) => register.families_with_kk(kk)?,
        (None, None) => Vec::new(),
    };
    if families.is_empty() { Err(Fault::not_registered()) } else { Ok(families) }
}
