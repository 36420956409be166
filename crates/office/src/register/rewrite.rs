//! The file of the register without what was deleted: SQLite leaves deleted rows in unused parts of it.

use super::Register;
use crate::fault::{During, Result};
use std::path::Path;

/// The setting that says that deleted rows may still stand in the file.
const DUE: &str = "rewrite-due";

impl Register {
    /// Deletes for good: the rows that go are overwritten, and [`Register::rewrite`] is due, for older copies of them may stand where
    /// SQLite moved them from.
    ///
    /// Within a transaction.
    pub(super) fn deleting<T>(&self, work: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.set(DUE, "1")?;
        self.overwrites(true)?;
        let outcome = work(self);
        self.overwrites(false)?;
        outcome
    }

    fn overwrites(&self, is_on: bool) -> Result<()> {
        self.db.pragma_update(None, "secure_delete", is_on).during("menghapus untuk seterusnya")
    }

    /// Whether deleted rows may still stand in the file: a run was cut short, found somebody reading, or had no room.
    pub fn is_rewrite_due(&self) -> Result<bool> {
        Ok(self.get(DUE)?.is_some())
    }

    /// Writes the file anew, so that nothing stands in it any more of rows that were deleted; `false` where it could not be done,
    /// because somebody reads or writes at this moment or the disk has no room: it stays due.
    ///
    /// # Errors
    /// The register cannot be read.
    pub fn rewrite(&self) -> Result<bool> {
        let doing = "menulis ulang register";
        // Of a city the copy is larger than the memory that a command may take, and than many a /tmp.
        let folder = self.db.path().map(Path::new).and_then(Path::parent).filter(|it| it.is_dir());
        if let Some(folder) = folder.and_then(Path::to_str) {
            self.db.pragma_update(None, "temp_store_directory", folder).during(doing)?;
        }
        let vacuum = self.db.execute_batch("PRAGMA temp_store = FILE; VACUUM;");
        self.db.execute_batch("PRAGMA temp_store = MEMORY;").during(doing)?;
        let checkpoint =
            || self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        let is_busy = vacuum.and_then(|()| checkpoint()).unwrap_or(true);
        if !is_busy && self.is_rewrite_due()? {
            self.db.execute("DELETE FROM setting WHERE key = ?1", [DUE]).during(doing)?;
        }
        Ok(!is_busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use rusqlite::Connection;
    use std::time::Duration;

    /// Whoever is killed between deleting and writing the file anew, or finds no room for it, has noted that it is due.
    #[test]
    fn what_was_not_rewritten_stays_due() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        let db = Connection::open(&path).unwrap();
        db.execute_batch(include_str!("../../../../tests/fixtures/v1/register-9.sql")).unwrap();
        let now = Moment::now(Some("2021-04-01")).unwrap();
        let mut register = Register::open(&path).unwrap();
        let undone = register.transaction(|register| {
            register.erase(&[2], "Ani", "permintaan", &now)?;
            Err::<(), _>(crate::fault::Fault::not_registered())
        });
        assert!(undone.is_err() && !register.is_rewrite_due().unwrap(), "nothing was deleted");
        register.transaction(|register| register.erase(&[2], "Ani", "permintaan", &now)).unwrap();
        drop(register);

        let register = Register::open(&path).unwrap();
        assert!(register.is_rewrite_due().unwrap());
        register.db.busy_timeout(Duration::ZERO).unwrap();
        for hinder in ["BEGIN IMMEDIATE", "BEGIN; SELECT * FROM setting"] {
            db.execute_batch(hinder).unwrap();
            assert!(!register.rewrite().unwrap(), "{hinder}");
            assert!(register.is_rewrite_due().unwrap(), "{hinder}");
            db.execute_batch("COMMIT").unwrap();
        }
        assert!(register.rewrite().unwrap());
        assert!(!register.is_rewrite_due().unwrap());
        let at: String =
            register.db.pragma_query_value(None, "temp_store_directory", |row| row.get(0)).unwrap();
        assert!(Path::new(&at).parent().is_some(), "{at}");
    }

    #[test]
    fn whatever_is_forgotten_is_overwritten_and_due() {
        type Forget = fn(&Register, &Moment) -> Result<()>;
        let deletions: [(&str, Forget); 3] = [
            ("daftar-lama", Register::forget_old_lists),
            ("daftar-lain", Register::forget_replaced_rows),
            ("nama-bank", Register::forget_bank_names),
        ];
        for (kind, forget) in deletions {
            let mut register = Register::create(Path::new(":memory:"), &[0; 16]).unwrap();
            let now = Moment::now(Some("2021-04-01")).unwrap();
            register.transaction(|register| forget(register, &now)).unwrap();
            assert!(register.is_rewrite_due().unwrap(), "{kind}");
        }
    }
}
