//! What points and the bank report of families: who came, which card each got, who was paid.

use super::{Family, FamilyId, Line, Register, SourceId, parsed};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::Date;
use rusqlite::OptionalExtension as _;
use std::collections::{BTreeSet, HashMap};

/// What a row of a report says of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What the report is about, like `kehadiran`.
    pub topic: String,
    /// In one word, like `datang`.
    pub says: String,
    /// The day that the report is of.
    pub on: Date,
    /// What its writer adds: for the office only.
    pub remark: String,
    /// The row.
    pub line: Line,
}

impl Register {
    /// Whether a row was taken in before.
    pub fn is_taken(&self, topic: &str, line: Line) -> Result<bool> {
        self.db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM report WHERE source = ?1 AND line = ?2 AND topic = ?3
                 AND withdrawn_at IS NULL)",
            )
            .and_then(|mut select| select.query_row((line.source, line.line, topic), |row| row.get(0)))
            .during("membaca laporan")
    }

    /// Notes what a row says.
    pub fn note(&self, family: FamilyId, said: &Said) -> Result<()> {
        let Said { topic, says, on, remark, line } = said;
        self.db
            .prepare_cached(
                "INSERT INTO report (source, line, topic, family, says, on_day, remark)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 -- Of a file that was taken back.
                 ON CONFLICT DO UPDATE SET family = ?4, says = ?5, on_day = ?6, remark = ?7, withdrawn_at = NULL",
            )
            .and_then(|mut insert| {
                insert.execute((line.source, line.line, topic, family, says, on.to_string(), remark))
            })
            .during("menulis laporan")?;
        Ok(())
    }

    /// Everything that reports say of a family, in the order in which they came.
    pub fn said_of(&self, family: FamilyId) -> Result<Vec<Said>> {
        let rows: Vec<(String, String, String, String, Line)> = self
            .db
            .prepare_cached(
                "SELECT topic, says, on_day, remark, source, line FROM report WHERE family = ?1 AND withdrawn_at IS NULL
                 ORDER BY source, line, topic",
            )
            .and_then(|mut select| {
                select
                    .query_map([family], |row| {
                        let line = Line { source: row.get(4)?, line: row.get(5)? };
                        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, line))
                    })?
                    .collect()
            })
            .during("membaca laporan")?;
        rows.into_iter()
            .map(|(topic, says, on, remark, line)| {
                Ok(Said { topic, says, on: parsed(&on, Date::parse)?, remark, line })
            })
            .collect()
    }

    /// The families of which the bank said that a payment failed, with what its reports are about.
    pub fn failed_payments(&self) -> Result<HashMap<FamilyId, BTreeSet<String>>> {
        let rows: Vec<(FamilyId, String)> = self
            .db
            .prepare_cached("SELECT family, topic FROM report WHERE says = 'gagal' AND withdrawn_at IS NULL")
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca laporan")?;
        let mut failed = HashMap::<_, BTreeSet<_>>::new();
        for (family, topic) in rows {
            failed.entry(family).or_default().insert(topic);
        }
        Ok(failed)
    }

    /// Takes back what a file said of families: its rows stay, and say nothing; cards that it named are given by nobody.
    pub fn withdraw_report(&self, source: SourceId, topic: &str, now: &Moment) -> Result<()> {
        let doing = "menarik laporan";
        self.db
            .execute(
                "UPDATE report SET withdrawn_at = ?3 WHERE source = ?1 AND topic = ?2",
                (source, topic, now.to_string()),
            )
            .during(doing)?;
        self.db
            .execute(
                "DELETE FROM card WHERE source = ?1
                 AND EXISTS (SELECT 1 FROM report WHERE report.source = card.source AND report.line = card.line AND topic = ?2)",
                (source, topic),
            )
            .during(doing)?;
        Ok(())
    }

    /// Notes the card that a family got.
    pub fn give_card(&self, family: FamilyId, last_four: &str, line: Line) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO card (family, last_four, source, line) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (family) DO NOTHING",
            )
            .and_then(|mut insert| insert.execute((family, last_four, line.source, line.line)))
            .during("menulis kartu")?;
        Ok(())
    }

    /// The last four digits of a family's card.
    pub fn card_of(&self, family: FamilyId) -> Result<Option<String>> {
        self.db
            .prepare_cached("SELECT last_four FROM card WHERE family = ?1")
            .and_then(|mut select| select.query_row([family], |row| row.get(0)).optional())
            .during("membaca kartu")
    }

    /// The families whose cards end in these four digits: about a hundred in a city.
    pub fn families_with_card(&self, last_four: &str) -> Result<Vec<Family>> {
        let ids: Vec<FamilyId> = self
            .db
            .prepare_cached("SELECT family FROM card WHERE last_four = ?1 ORDER BY family")
            .and_then(|mut select| select.query_map([last_four], |row| row.get(0))?.collect())
            .during("membaca kartu")?;
        ids.into_iter().filter_map(|id| self.family(id).transpose()).collect()
    }

    /// The point that a family was allocated to.
    pub fn point_of(&self, family: FamilyId) -> Result<Option<String>> {
        self.db
            .prepare_cached("SELECT point FROM allocation WHERE family = ?1")
            .and_then(|mut select| select.query_row([family], |row| row.get(0)).optional())
            .during("membaca pembagian titik")
    }
}
