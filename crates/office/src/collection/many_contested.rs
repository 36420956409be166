//! A head who lists families of many other RT, also little by little. Each such family waits, with the entry of its own RT, for a
//! person: whoever has a stolen link could have thousands wait. From a number on such a list is held, and its sender named.
//!
//! Families of one or two other RT hold no list. Two neighbours may disagree; and where a thief has listed the families of an RT
//! first, it is the list of their own head that names them too, and who came first does not count.

use super::opened_envelope::OpenedEnvelope;
use crate::fault::{Fault, Result};
use crate::register::{FamilyId, Origin, Register};
use std::collections::{BTreeMap, BTreeSet};

/// Why such a list is held.
pub const MANY_CONTESTED: &str = "banyak-diperebutkan";
/// In so many other RT at least.
const OTHER_RTS: usize = 3;

impl OpenedEnvelope {
    /// Why the list is held, if it is: it lists families of other RT anew, and with those that its sender listed before they are
    /// more than `many`, of three RT or more.
    pub fn many_contested(&self, register: &Register, many: u32) -> Result<Option<Fault>> {
        let scope = &self.office.scope;
        let mut contested = BTreeMap::<FamilyId, Origin>::new();
        for listed in self.list.households.iter().filter_map(|listed| listed.read().0) {
            if let Some(origin) = scope.origin_of(&listed.household)
                && register.family_with_code(&listed.code)?.is_none()
                && let Some(other) =
                    self.intake(&listed, &origin, None, listed.listed_on).contested(register)?
                && !scope.covers(&other.origin)
            {
                contested.insert(other.id, other.origin);
            }
        }
        if contested.is_empty() {
            return Ok(None);
        }
        contested.extend(register.contested_by(scope)?);
        let others: BTreeSet<&Origin> = contested.values().collect();
        if contested.len() <= usize::try_from(many).unwrap_or(usize::MAX) || others.len() < OTHER_RTS {
            return Ok(None);
        }
        Ok(Some(Fault::new(
            MANY_CONTESTED,
            format!(
                "Dengan daftar ini {scope} mencatat {} keluarga dari {} RT lain, yang sudah tercatat di sana.",
                contested.len(),
                others.len()
            ),
            format!(
                "Tanyakan kepada ketuanya lewat nomor yang sudah dikenal. Bila benar: `tepat collect --accept {} --by NAMA`; bila tidak: `tepat enrol revoke {}`.",
                self.file(),
                self.office.id
            ),
        )))
    }
}
