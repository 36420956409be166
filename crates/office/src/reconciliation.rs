//! Whether the totals add up: every family that came in is there, once, with a story that could have happened.

use crate::case::Case;
use crate::fault::Result;
use crate::register::{ErasedFamily, FamilyId, Lost, Register, Unreadable};
use domain::History;
use std::collections::HashMap;

/// What was seen of the families so far.
#[derive(Default)]
pub struct Reconciliation {
    /// Every family, with the one that stands for it.
    stands: HashMap<FamilyId, Option<FamilyId>>,
    faults: Vec<String>,
}

impl Reconciliation {
    /// Looks at a family.
    pub fn count(&mut self, case: &Case) {
        let id = case.family.id;
        self.add(id, case.family.duplicate_of, &case.history);
        if case.codes.is_empty() {
            self.faults.push(format!("keluarga {id} tidak punya kode"));
        }
    }

    /// Looks at what is left of a family that was erased.
    pub fn count_erased(&mut self, family: &ErasedFamily) {
        self.add(family.id, family.duplicate_of, &family.history);
    }

    fn add(&mut self, id: FamilyId, duplicate_of: Option<FamilyId>, history: &History) {
        self.stands.insert(id, duplicate_of);
        if history.events().is_empty() {
            self.faults.push(format!("keluarga {id} tidak punya riwayat"));
        }
        self.faults.extend(history.illegal().map(|_| format!("keluarga {id} melompat dalam riwayatnya")));
    }

    /// Families that could not be looked at.
    pub fn add_unreadable(&mut self, unreadable: &Unreadable) {
        for family in unreadable.iter() {
            // Its row is there, so whoever points to it points to something.
            self.stands.insert(family.family, None);
            self.faults.push(family.to_string());
        }
    }

    /// What does not add up once every family was looked at; a register in order has nothing.
    pub fn faults(mut self, register: &Register) -> Result<Vec<String>> {
        for (id, duplicate_of) in &self.stands {
            // A double must point to an entry that stands itself.
            if let Some(first) = duplicate_of
                && self.stands.get(first).is_none_or(Option::is_some)
            {
                self.faults.push(format!("keluarga {id} menunjuk catatan yang tidak berdiri sendiri"));
            }
        }
        self.faults.extend(register.lost()?.into_iter().map(|Lost { file, line }| match line {
            Some(line) => format!("{file}, baris {line}: keluarganya tidak ada di register"),
            None => format!("{file}: tidak semua barisnya sampai ke register"),
        }));
        self.faults.sort();
        Ok(self.faults)
    }
}
