//! Places and keys of records that were derived before.

use super::Register;
use crate::fault::{During, Result};
use rusqlite::OptionalExtension as _;
use seal::Locator;

impl Register {
    /// What was derived under this name.
    pub(crate) fn derived(&self, name: &[u8; 32]) -> Result<Option<Locator>> {
        let bytes: Option<Vec<u8>> = self
            .db
            .prepare_cached("SELECT locator FROM derived WHERE name = ?1")
            .and_then(|mut select| select.query_row([name], |row| row.get(0)).optional())
            .during("membaca turunan")?;
        Ok(bytes.and_then(|bytes| Locator::from_bytes(&bytes)))
    }

    /// Keeps what was derived.
    pub(crate) fn keep_derived(&self, name: &[u8; 32], locator: &Locator) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR REPLACE INTO derived VALUES (?1, ?2)")
            .and_then(|mut insert| insert.execute((name, locator.to_bytes())))
            .during("menyimpan turunan")?;
        Ok(())
    }
}
