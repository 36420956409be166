//! The family that somebody asks about.

use crate::cli::SubjectFamily;
use office::fault::{Fault, Result};
use office::register::{Family, Register};

/// The entries of a family: the one with its code, or the one with its number and those that it stands for. Where several families
/// have the number, none is given: one of them may be somebody else's.
pub(super) fn find(register: &Register, SubjectFamily { kk, code }: &SubjectFamily) -> Result<Vec<Family>> {
    let families = match (kk, code) {
        (_, Some(code)) => register.family_with_code(code)?.into_iter().collect(),
        (Some(kk), None) => register.families_with_kk(kk)?,
        (None, None) => Vec::new(),
    };
    match families.iter().filter(|family| family.stands()).count() {
        _ if families.is_empty() => Err(Fault::not_registered()),
        0 | 1 => Ok(families),
        _ => Err(Fault::new(
            "beberapa-keluarga",
            "Nomor KK itu ada di lebih dari satu catatan, dan belum pasti mana yang benar.",
            "Sebut kode di tanda terima keluarga itu (--code), supaya data keluarga lain tidak ikut.",
        )),
    }
}
