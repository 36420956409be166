//! What other lists say of families.

use super::{FamilyId, Line, Register, SourceId, stored};
use crate::fault::{During, Result};
use domain::MatchEvidence;
use std::collections::HashMap;

/// What a row of another list says of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedRow {
    /// What the row says, and how it was found.
    pub evidence: MatchEvidence,
    /// The row.
    pub line: Line,
}

impl Register {
    /// Puts what a list says in the place of what it said before.
    pub fn set_match_evidence(
        &self,
        source: SourceId,
        found: &[(FamilyId, u32, MatchEvidence)],
    ) -> Result<()> {
        self.db.execute("DELETE FROM clue WHERE source = ?1", [source]).during("menulis hasil pemadanan")?;
        let mut insert = self
            .db
            .prepare_cached("INSERT OR IGNORE INTO clue VALUES (?1, ?2, ?3, ?4)")
            .during("menulis hasil pemadanan")?;
        for (family, line, evidence) in found {
            let json = stored::write(evidence, "menulis hasil pemadanan")?;
            insert.execute((family, source, line, json)).during("menulis hasil pemadanan")?;
        }
        Ok(())
    }

    /// Everything that lists in force say, family by family.
    pub fn match_evidence(&self) -> Result<HashMap<FamilyId, Vec<MatchedRow>>> {
        let mut select = self
            .db
            .prepare_cached(
                "SELECT family, source, line, clue FROM clue
                 WHERE source IN (SELECT id FROM source WHERE replaced_at IS NULL) ORDER BY family, source, line",
            )
            .during("membaca hasil pemadanan")?;
        let mut rows = select.query([]).during("membaca hasil pemadanan")?;
        let mut found = HashMap::<FamilyId, Vec<MatchedRow>>::new();
        while let Some(row) = rows.next().during("membaca hasil pemadanan")? {
            let read = || -> rusqlite::Result<(FamilyId, Line, String)> {
                Ok((row.get(0)?, Line { source: row.get(1)?, line: row.get(2)? }, row.get(3)?))
            };
            let (family, line, json) = read().during("membaca hasil pemadanan")?;
            let evidence = stored::read(&json, "membaca hasil pemadanan")?;
            found.entry(family).or_default().push(MatchedRow { evidence, line });
        }
        Ok(found)
    }
}
