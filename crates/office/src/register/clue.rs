//! What other lists say of families, what people are asked, and which entries speak of the same family.

use super::{FamilyId, Line, Register, SourceId, parsed, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{MatchEvidence, Question};
use std::collections::{BTreeMap, HashMap};

/// A clue with the row that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What the row says, and how it was found.
    pub clue: MatchEvidence,
    /// The row.
    pub line: Line,
}

impl Register {
    /// Puts what a list says in the place of what it said before.
    pub fn set_clues(&self, source: SourceId, found: &[(FamilyId, u32, MatchEvidence)]) -> Result<()> {
        self.db.execute("DELETE FROM clue WHERE source = ?1", [source]).during("menulis hasil pemadanan")?;
        let mut insert = self
            .db
            .prepare_cached("INSERT OR IGNORE INTO clue VALUES (?1, ?2, ?3, ?4)")
            .during("menulis hasil pemadanan")?;
        for (family, line, clue) in found {
            let json = stored::write(clue, "menulis hasil pemadanan")?;
            insert.execute((family, source, line, json)).during("menulis hasil pemadanan")?;
        }
        Ok(())
    }

    /// Everything that lists in force say, family by family.
    pub fn clues(&self) -> Result<HashMap<FamilyId, Vec<Found>>> {
        let mut select = self
            .db
            .prepare_cached(
                "SELECT family, source, line, clue FROM clue
                 WHERE source IN (SELECT id FROM source WHERE replaced_at IS NULL) ORDER BY family, source, line",
            )
            .during("membaca hasil pemadanan")?;
        let mut rows = select.query([]).during("membaca hasil pemadanan")?;
        let mut clues = HashMap::<FamilyId, Vec<Found>>::new();
        while let Some(row) = rows.next().during("membaca hasil pemadanan")? {
            let read = || -> rusqlite::Result<(FamilyId, Line, String)> {
                Ok((row.get(0)?, Line { source: row.get(1)?, line: row.get(2)? }, row.get(3)?))
            };
            let (family, line, json) = read().during("membaca hasil pemadanan")?;
            let clue = stored::read(&json, "membaca hasil pemadanan")?;
            clues.entry(family).or_default().push(Found { clue, line });
        }
        Ok(clues)
    }

    /// The entries that share a KK number, in the order of listing.
    pub fn with_the_same_kk(&self) -> Result<Vec<Vec<FamilyId>>> {
        let rows: Vec<(String, FamilyId)> = self
            .db
            .prepare_cached(
                "SELECT kk, id FROM family
                 WHERE kk IN (SELECT kk FROM family WHERE kk IS NOT NULL GROUP BY kk HAVING count(*) > 1)
                 ORDER BY kk, id",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("mencari data ganda")?;
        Ok(rows
            .chunk_by(|(a, _), (b, _)| a == b)
            .map(|same| same.iter().map(|(_, id)| *id).collect())
            .collect())
    }

    /// The entries that share the NIK of a member, with the NIK.
    pub fn with_the_same_nik(&self) -> Result<Vec<(i64, Vec<FamilyId>)>> {
        let rows: Vec<(i64, FamilyId)> = self
            .db
            .prepare_cached(
                "SELECT nik, family FROM nik
                 WHERE nik IN (SELECT nik FROM nik GROUP BY nik HAVING count(*) > 1) ORDER BY nik, family",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("mencari NIK ganda")?;
        let groups = rows.chunk_by(|(a, _), (b, _)| a == b);
        Ok(groups
            .filter_map(|same| Some((same.first()?.0, same.iter().map(|(_, id)| *id).collect())))
            .collect())
    }

    /// The entries that another entry stands for.
    pub fn doubles(&self) -> Result<Vec<FamilyId>> {
        self.db
            .prepare_cached("SELECT id FROM family WHERE double_of IS NOT NULL ORDER BY id")
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .during("mencari data ganda")
    }

    /// Asks a question about a family, once more where other rows ask it than those that somebody has looked at.
    pub fn ask(&self, family: FamilyId, question: Question, evidence: &[Line], now: &Moment) -> Result<()> {
        let evidence = serde_json::to_string(evidence).during("menulis pertanyaan")?;
        self.db
            .prepare_cached(
                "INSERT INTO question (family, question, asked_at, evidence) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (family, question) DO UPDATE SET evidence = ?4, closed_at = NULL,
                 asked_at = iif(closed_at IS NULL, asked_at, ?3)",
            )
            .and_then(|mut insert| insert.execute((family, question.code(), now.to_string(), evidence)))
            .during("menulis pertanyaan")?;
        Ok(())
    }

    /// Closes a question: somebody has answered it, or nothing asks it any more.
    pub fn close(&self, family: FamilyId, question: Question, now: &Moment) -> Result<()> {
        self.db
            .prepare_cached(
                "UPDATE question SET closed_at = coalesce(closed_at, ?3) WHERE family = ?1 AND question = ?2",
            )
            .and_then(|mut update| update.execute((family, question.code(), now.to_string())))
            .during("menulis pertanyaan")?;
        Ok(())
    }

    /// Every question that was ever asked, by family, and whether it is still open.
    pub fn questions(&self) -> Result<HashMap<FamilyId, BTreeMap<Question, bool>>> {
        let rows: Vec<(FamilyId, String, bool)> = self
            .db
            .prepare_cached("SELECT family, question, closed_at IS NULL FROM question")
            .and_then(|mut select| {
                select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
            })
            .during("membaca pertanyaan")?;
        let mut questions = HashMap::<FamilyId, BTreeMap<Question, bool>>::new();
        for (family, code, is_open) in rows {
            questions.entry(family).or_default().insert(parsed(&code, Question::parse)?, is_open);
        }
        Ok(questions)
    }

    /// How many questions wait for a person, by question.
    pub fn open_questions(&self) -> Result<BTreeMap<&'static str, usize>> {
        let mut open = BTreeMap::new();
        for question in self.questions()?.into_values().flatten().filter(|(_, is_open)| *is_open) {
            *open.entry(question.0.code()).or_default() += 1;
        }
        Ok(open)
    }
}
