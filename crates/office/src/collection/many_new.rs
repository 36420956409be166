//! A list that suddenly names many families of an RT of which the office has never heard. Whoever has a stolen link and leaked
//! numbers would send such a list: a person asks the head before any of it is taken in.

use super::opened_envelope::OpenedEnvelope;
use crate::fault::{Fault, Result};
use crate::register::{Origin, Register};
use domain::ListedHousehold;
use std::collections::BTreeMap;

/// Why such a list is held.
pub const MANY_NEW: &str = "banyak-keluarga-baru";
/// An RT with no more families than this is of the usual size: 35 in the mean (domain.md, The process, 1).
const USUAL_SIZE: usize = 50;

impl OpenedEnvelope {
    /// Why the list is held, if it is: of one RT it names more than `many` families that are new there, more than half of those
    /// that the RT has, and the RT becomes larger by them than RT usually are.
    pub fn many_new(&self, register: &Register, many: u32) -> Result<Option<Fault>> {
        let many = usize::try_from(many).unwrap_or(usize::MAX);
        let mut unknown = BTreeMap::<Origin, Vec<ListedHousehold>>::new();
        for listed in self.list.households.iter().filter_map(|listed| listed.read().0) {
            if let Some(origin) = self.office.scope.origin_of(&listed.household)
                && register.family_with_code(&listed.code)?.is_none()
            {
                unknown.entry(origin).or_default().push(listed);
            }
        }
        for (origin, families) in unknown.iter().filter(|(_, families)| families.len() > many) {
            let known = register.families_of(origin)?.iter().filter(|family| family.stands()).count();
            let mut new = 0;
            for listed in families {
                new += usize::from(self.intake(listed, origin, None, listed.listed_on).is_new(register)?);
            }
            if new > many && new > known / 2 && known + new > USUAL_SIZE {
                return Ok(Some(Fault::new(
                    MANY_NEW,
                    format!(
                        "Daftar dari {} ini menyebut {new} keluarga baru sekaligus di RT {} / RW {}, yang sampai kini punya {known}.",
                        self.office.scope, origin.rt, origin.rw
                    ),
                    format!(
                        "Tanyakan kepada ketuanya lewat nomor yang sudah dikenal. Bila benar: `tepat collect --accept {} --by NAMA`; bila tidak: `tepat enrol revoke {}`.",
                        self.file(),
                        self.office.id
                    ),
                )));
            }
        }
        Ok(None)
    }
}
