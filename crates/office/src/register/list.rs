//! Lists of other offices: the later one of a title takes the place of the earlier one; a workbook has one list a sheet.

use super::{Register, SourceId, SourceKind};
use crate::clock::Moment;
use crate::fault::{During, Result};

/// A list in force.
#[derive(Clone, Debug)]
pub struct ListInForce {
    /// The file it came from.
    pub source: SourceId,
    /// What the list is called.
    pub title: String,
}

impl Register {
    /// The lists of a kind and title say nothing any more.
    pub fn retire(&self, kind: SourceKind, title: &str, now: &Moment) -> Result<()> {
        self.db
            .execute(
                "UPDATE source SET replaced_at = ?1 WHERE kind = ?2 AND title = ?3 AND replaced_at IS NULL",
                (now.to_string(), kind.code(), title),
            )
            .during("mengganti daftar lama")?;
        Ok(())
    }

    /// Whether what a list says counts.
    pub fn is_in_force(&self, source: SourceId) -> Result<bool> {
        self.db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM source WHERE id = ?1 AND replaced_at IS NULL)")
            .and_then(|mut select| select.query_row([source], |row| row.get(0)))
            .during("mencari daftar")
    }

    /// From now on a list speaks under a title, beside others of it.
    pub fn put_in_force(&self, source: SourceId, title: &str) -> Result<()> {
        self.db
            .execute("UPDATE source SET title = ?2, replaced_at = NULL WHERE id = ?1", (source, title))
            .during("mengganti daftar lama")?;
        Ok(())
    }

    /// The lists of a kind that are in force, in the order in which they came.
    pub fn lists_in_force(&self, kind: SourceKind) -> Result<Vec<ListInForce>> {
        self.db
            .prepare_cached(
                "SELECT id, coalesce(title, name) FROM source WHERE kind = ?1 AND replaced_at IS NULL ORDER BY id",
            )
            .and_then(|mut select| {
                select
                    .query_map([kind.code()], |row| Ok(ListInForce { source: row.get(0)?, title: row.get(1)? }))?
                    .collect()
            })
            .during("mencari daftar")
    }

    /// Forgets the rows of a list that is read anew.
    pub fn forget_rows(&self, source: SourceId) -> Result<()> {
        for delete in ["DELETE FROM aid WHERE source = ?1", "DELETE FROM resident WHERE source = ?1"] {
            self.db.execute(delete, [source]).during("mengganti daftar lama")?;
        }
        Ok(())
    }
}
