//! Families that are found by their code alone.

use super::{FamilyId, Register};
use crate::clock::Moment;
use crate::fault::{During, Result};

impl Register {
    /// Says whether KK number and NIK open the record of a family; whether that is new.
    pub fn set_pair_closed(&self, family: FamilyId, closed: bool, now: &Moment) -> Result<bool> {
        let changed = if closed {
            self.db
                .prepare_cached("INSERT OR IGNORE INTO pair_closed (family, closed_at) VALUES (?1, ?2)")
                .and_then(|mut insert| insert.execute((family, now.to_string())))
        } else {
            self.db
                .prepare_cached("DELETE FROM pair_closed WHERE family = ?1")
                .and_then(|mut delete| delete.execute([family]))
        };
        Ok(changed.during("menyimpan pilihan keluarga")? > 0)
    }

    /// Whether only the code opens the record of a family.
    pub fn is_pair_closed(&self, family: FamilyId) -> Result<bool> {
        self.db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM pair_closed WHERE family = ?1)")
            .and_then(|mut select| select.query_row([family], |row| row.get(0)))
            .during("membaca pilihan keluarga")
    }
}
