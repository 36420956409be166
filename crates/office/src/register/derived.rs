//! Places and keys of records that were derived before.

use super::Register;
use crate::fault::{During, Result};
use seal::Locator;

impl Register {
    /// All that was ever derived, in the order of the names.
    pub fn each_derived(&self, mut each: impl FnMut(&[u8; 32], Locator)) -> Result<()> {
        let mut select =
            self.db.prepare("SELECT name, locator FROM derived ORDER BY name").during("membaca turunan")?;
        let mut rows = select.query([]).during("membaca turunan")?;
        while let Some(row) = rows.next().during("membaca turunan")? {
            let bytes = |column| row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from);
            let (name, locator) = (bytes(0).during("membaca turunan")?, bytes(1).during("membaca turunan")?);
            if let (Ok(name), Some(locator)) = (name.try_into(), Locator::from_bytes(locator)) {
                each(name, locator);
            }
        }
        Ok(())
    }

    /// Whether anything was ever derived.
    pub fn has_derived(&self) -> Result<bool> {
        self.db
            .query_row("SELECT EXISTS (SELECT 1 FROM derived)", [], |row| row.get(0))
            .during("membaca turunan")
    }

    /// Forgets what leads to nobody any more.
    pub fn forget_derived(&self, names: &[[u8; 32]]) -> Result<()> {
        let transaction = self.db.unchecked_transaction().during("menghapus turunan")?;
        let mut delete =
            self.db.prepare_cached("DELETE FROM derived WHERE name = ?1").during("menghapus turunan")?;
        for name in names {
            delete.execute([name]).during("menghapus turunan")?;
        }
        drop(delete);
        transaction.commit().during("menghapus turunan")
    }

    /// Keeps what was derived, all of it or nothing.
    pub fn keep_derived<'a>(&self, derived: impl Iterator<Item = (&'a [u8; 32], &'a Locator)>) -> Result<()> {
        let transaction = self.db.unchecked_transaction().during("menyimpan turunan")?;
        let mut insert = self
            .db
            .prepare_cached("INSERT OR REPLACE INTO derived VALUES (?1, ?2)")
            .during("menyimpan turunan")?;
        for (name, locator) in derived {
            insert.execute((name, locator.as_bytes())).during("menyimpan turunan")?;
        }
        drop(insert);
        transaction.commit().during("menyimpan turunan")
    }
}
