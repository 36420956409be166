//! What became of the rows of lists of families.

use super::{Register, SourceId};
use crate::fault::{During, Result};
use serde::Serialize;

/// The rows of a list of families, or of all lists, as their reader counted them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListAccount {
    /// Every filled row.
    pub rows: u32,
    /// Those of families, taken in or not.
    pub families: u32,
    /// Titles and signatures.
    pub titles: u32,
    /// Names of columns.
    pub headers: u32,
    /// Sums.
    pub sums: u32,
    /// Rows that were not read.
    pub unread: u32,
    /// Families that were not taken in.
    pub refused: u32,
}

impl ListAccount {
    /// Whether every row is in one of the numbers.
    pub fn adds_up(&self) -> bool {
        self.rows == self.families + self.titles + self.headers + self.sums + self.unread
    }

    /// Counts another list too.
    pub fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.families += other.families;
        self.titles += other.titles;
        self.headers += other.headers;
        self.sums += other.sums;
        self.unread += other.unread;
        self.refused += other.refused;
    }
}

impl Register {
    /// Notes what became of the rows of a list.
    pub fn note_account(&self, source: SourceId, account: &ListAccount) -> Result<()> {
        let ListAccount { rows, families, titles, headers, sums, unread, refused } = *account;
        self.db
            .prepare_cached("INSERT OR REPLACE INTO list_account VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .and_then(|mut insert| {
                insert.execute((source, rows, families, titles, headers, sums, unread, refused))
            })
            .during("mencatat baris daftar")?;
        Ok(())
    }

    /// What became of the rows of each list, by the name of its file: the last one that was called so.
    pub fn accounts(&self) -> Result<Vec<(String, ListAccount)>> {
        self.db
            .prepare(
                "SELECT name, rows, families, titles, headers, sums, unread, refused
                 FROM (SELECT source.name, list_account.*, max(source.id) FROM list_account
                       JOIN source ON source.id = list_account.source GROUP BY source.name)
                 ORDER BY name",
            )
            .and_then(|mut select| {
                let account = |row: &rusqlite::Row<'_>| {
                    Ok((
                        row.get("name")?,
                        ListAccount {
                            rows: row.get("rows")?,
                            families: row.get("families")?,
                            titles: row.get("titles")?,
                            headers: row.get("headers")?,
                            sums: row.get("sums")?,
                            unread: row.get("unread")?,
                            refused: row.get("refused")?,
                        },
                    ))
                };
                select.query_map([], account)?.collect()
            })
            .during("membaca baris daftar")
    }
}
