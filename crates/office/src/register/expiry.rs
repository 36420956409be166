//! What the register keeps for a time only: lists in envelopes that a later one replaced, and rows of other offices' lists that
//! are not in force any more.

use super::Register;
use super::bank::settled;
use crate::clock::Moment;
use crate::fault::{During, Result};
use rusqlite::OptionalExtension as _;

/// What is left of a list in an envelope.
const FORGOTTEN: &str = r#"{"households":[]}"#;

/// Lists of before, each with a later one of the same phone. The last one is what the families are held against.
const OLD_LISTS: &str = "edition JOIN source ON source.id = edition.source
    WHERE source.taken_at < ?1 AND list <> ?2 AND source.name NOT IN (SELECT file FROM quarantine)
    AND edition < (SELECT max(later.edition) FROM edition AS later WHERE later.office = edition.office)";

/// Rows of lists that were replaced, but for those that a decision about a family rests on, or a question. Of a family that was
/// erased nobody asks what it rested on.
const REPLACED_ROWS: &str = "source IN (SELECT id FROM source WHERE replaced_at < ?1)
    AND (source, line) NOT IN (SELECT source, line FROM clue)
    AND (source, line) NOT IN (SELECT value ->> 'source', value ->> 'line'
                               FROM event JOIN family ON family.id = event.family AND household <> '',
                               json_each(event.evidence))";

/// When the last was found out about a line of the bank that names somebody the register does not know.
const SETTLED_AT: &str = "coalesce((SELECT max(settled_at) FROM settlement WHERE item = bank_line.id),
    (SELECT max(read_at) FROM bank_file WHERE (source, tahap) = (bank_line.source, bank_line.tahap)))";

/// The lines of the bank that name somebody and were settled before a time.
fn old_names() -> String {
    format!("whom <> '' AND {} AND {SETTLED_AT} < ?1", settled())
}

impl Register {
    /// Whether an envelope was dealt with before a time.
    pub fn knows_mail_before(&self, file: &str, before: &Moment) -> Result<bool> {
        let taken: Option<String> = self
            .db
            .prepare_cached("SELECT taken_at FROM mail WHERE file = ?1")
            .and_then(|mut select| select.query_row([file], |row| row.get(0)).optional())
            .during("membaca daftar amplop")?;
        Ok(taken.is_some_and(|taken| taken < before.to_string()))
    }

    /// How many lists in envelopes were replaced by a later one, and came before a time.
    pub fn count_old_lists(&self, before: &Moment) -> Result<usize> {
        self.count(&format!("SELECT count(*) FROM {OLD_LISTS}"), &[&before.to_string(), FORGOTTEN])
    }

    /// Forgets what stands in them.
    pub fn forget_old_lists(&self, before: &Moment) -> Result<()> {
        let forget = format!("UPDATE edition SET list = ?2 WHERE source IN (SELECT source FROM {OLD_LISTS})");
        self.deleting(|register| {
            let given = [&before.to_string(), FORGOTTEN];
            register.db.execute(&forget, given).map(drop).during("menghapus daftar lama")
        })
    }

    /// How many lines of the bank name somebody the register does not know, and were settled before a time.
    pub fn count_bank_names(&self, before: &Moment) -> Result<usize> {
        self.count(&format!("SELECT count(*) FROM bank_line WHERE {}", old_names()), &[&before.to_string()])
    }

    /// Forgets whom they mean.
    pub fn forget_bank_names(&self, before: &Moment) -> Result<()> {
        let forget = format!("UPDATE bank_line SET whom = '' WHERE {}", old_names());
        self.deleting(|register| {
            register
                .db
                .execute(&forget, [before.to_string()])
                .map(drop)
                .during("menghapus nama dari laporan bank")
        })
    }

    /// How many rows there are of lists of other offices that were replaced before a time.
    pub fn count_replaced_rows(&self, before: &Moment) -> Result<usize> {
        let (aid, resident) = (
            format!("SELECT count(*) FROM aid WHERE {REPLACED_ROWS}"),
            format!("SELECT count(*) FROM resident WHERE {REPLACED_ROWS}"),
        );
        let before = before.to_string();
        Ok(self.count(&aid, &[&before])? + self.count(&resident, &[&before])?)
    }

    /// Removes them.
    pub fn forget_replaced_rows(&self, before: &Moment) -> Result<()> {
        self.deleting(|register| {
            for table in ["aid", "resident"] {
                let delete = format!("DELETE FROM {table} WHERE {REPLACED_ROWS}");
                register.db.execute(&delete, [before.to_string()]).during("menghapus daftar lama")?;
            }
            Ok(())
        })
    }

    fn count(&self, select: &str, given: &[&str]) -> Result<usize> {
        let given = rusqlite::params_from_iter(given);
        let count: i64 = self.db.query_row(select, given, |row| row.get(0)).during("menghitung yang lama")?;
        Ok(usize::try_from(count).unwrap_or(0))
    }
}
