//! The number of what each RT and RW was last told: an outcome that did not change keeps its number, and its file its bytes.

use super::Register;
use crate::fault::{During, Result};
use rusqlite::OptionalExtension as _;

impl Register {
    /// The serial of an outcome: that of the publication which first held this content, or of this one.
    pub fn outcome_serial(&self, office: &str, digest: &[u8; 32], serial: u32) -> Result<u32> {
        let known: Option<u32> = self
            .db
            .prepare_cached("SELECT serial FROM outcome_serial WHERE office = ?1 AND digest = ?2")
            .and_then(|mut select| select.query_row((office, digest), |row| row.get(0)).optional())
            .during("membaca nomor hasil RT")?;
        Ok(known.unwrap_or(serial))
    }

    /// Keeps the serials of outcomes that were published.
    pub fn keep_outcome_serials(&self, told: &[(String, [u8; 32], u32)]) -> Result<()> {
        let transaction = self.db.unchecked_transaction().during("menyimpan nomor hasil RT")?;
        let mut insert = self
            .db
            .prepare_cached(
                "INSERT OR REPLACE INTO outcome_serial (office, digest, serial) VALUES (?1, ?2, ?3)",
            )
            .during("menyimpan nomor hasil RT")?;
        for told in told {
            insert.execute((&told.0, &told.1, told.2)).during("menyimpan nomor hasil RT")?;
        }
        drop(insert);
        transaction.commit().during("menyimpan nomor hasil RT")
    }
}
