//! Whether the totals add up: every family that came in is there, once, with a story that could have happened.

use crate::case::Case;
use crate::fault::Result;
use crate::register::{FamilyId, Lost, Register, Unreadable};
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
        self.stands.insert(id, case.family.duplicate_of);
        if case.history.events().is_empty() {
            self.faults.push(format!("keluarga {id} tidak punya riwayat"));
        }
        if case.codes.is_empty() {
            self.faults.push(format!("keluarga {id} tidak punya kode"));
        }
        self.faults
            .extend(case.history.illegal().map(|_| format!("keluarga {id} melompat dalam riwayatnya")));
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
