//! What people are asked of families, and what they answered; nothing is written over.

use super::{FamilyId, Line, Register, parsed};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Answer, Decision, Question};
use rusqlite::{Params, Row};
use std::collections::{BTreeMap, HashMap};

/// A question about a family.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The family that the question is about.
    pub family: FamilyId,
    /// What is asked.
    pub question: Question,
    /// The rows that ask it.
    pub evidence: Vec<Line>,
    /// Whether it waits for a person.
    pub is_open: bool,
}

/// An answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Who answered.
    pub by: String,
    /// What they decided.
    pub decision: Decision,
    /// What they wrote beside it.
    pub note: String,
    /// How many deciding answers whoever gave it was shown.
    pub seen: u32,
    /// When it was taken in.
    pub at: String,
    /// The row of the work sheet.
    pub line: Line,
}

impl Answered {
    /// What counts when answers are weighed.
    pub fn weighed(&self) -> Answer {
        Answer { decision: self.decision, seen: self.seen }
    }
}

impl Register {
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

    /// Every question that was ever asked, by family.
    pub fn asked(&self) -> Result<Vec<Asked>> {
        self.asked_where("TRUE", ())
    }

    /// The questions that were asked of one family.
    pub fn asked_of(&self, family: FamilyId) -> Result<Vec<Asked>> {
        self.asked_where("family = ?1", [family])
    }

    fn asked_where(&self, condition: &str, given: impl Params) -> Result<Vec<Asked>> {
        let rows: Vec<(FamilyId, String, Option<String>, bool)> = self
            .db
            .prepare_cached(&format!(
                "SELECT family, question, evidence, closed_at IS NULL FROM question WHERE {condition}
                 ORDER BY family, question"
            ))
            .and_then(|mut select| {
                let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
                select.query_map(given, row)?.collect()
            })
            .during("membaca pertanyaan")?;
        rows.into_iter()
            .map(|(family, question, evidence, is_open)| {
                let evidence = evidence.as_deref().map_or(Ok(Vec::new()), serde_json::from_str);
                Ok(Asked {
                    family,
                    question: parsed(&question, Question::parse)?,
                    evidence: evidence.during("membaca pertanyaan")?,
                    is_open,
                })
            })
            .collect()
    }

    /// Every answer, by family and question, the oldest first.
    pub fn answers(&self) -> Result<BTreeMap<(FamilyId, Question), Vec<Answered>>> {
        self.answers_where("TRUE", ())
    }

    /// What was answered about one family.
    pub fn answers_of(&self, family: FamilyId) -> Result<BTreeMap<(FamilyId, Question), Vec<Answered>>> {
        self.answers_where("family = ?1", [family])
    }

    fn answers_where(
        &self,
        condition: &str,
        given: impl Params,
    ) -> Result<BTreeMap<(FamilyId, Question), Vec<Answered>>> {
        type Raw = (FamilyId, String, String, Answered);
        let raw = |row: &Row<'_>| -> rusqlite::Result<Raw> {
            let answered = Answered {
                by: row.get(3)?,
                decision: Decision::AskAgain,
                note: row.get(4)?,
                seen: row.get(5)?,
                at: row.get(6)?,
                line: Line { source: row.get(7)?, line: row.get(8)? },
            };
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, answered))
        };
        let rows: Vec<Raw> = self
            .db
            .prepare_cached(&format!(
                "SELECT family, question, decision, by, note, seen, given_at, source, line FROM answer
                 WHERE {condition} ORDER BY id"
            ))
            .and_then(|mut select| select.query_map(given, raw)?.collect())
            .during("membaca jawaban")?;
        let mut answers = BTreeMap::<_, Vec<_>>::new();
        for (family, question, decision, answered) in rows {
            let decision = parsed(&decision, Decision::parse)?;
            let question = parsed(&question, Question::parse)?;
            answers.entry((family, question)).or_default().push(Answered { decision, ..answered });
        }
        Ok(answers)
    }

    /// Writes an answer down.
    pub fn answer(&self, family: FamilyId, question: Question, given: &Answered, now: &Moment) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO answer (family, question, by, decision, note, seen, given_at, source, line)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )
            .and_then(|mut insert| {
                let Line { source, line } = given.line;
                let (decision, now) = (given.decision.code(), now.to_string());
                insert.execute((
                    family,
                    question.code(),
                    &given.by,
                    decision,
                    &given.note,
                    given.seen,
                    now,
                    source,
                    line,
                ))
            })
            .during("menulis jawaban")?;
        Ok(())
    }
}
