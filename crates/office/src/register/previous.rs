//! What the register remembers beside what is: former records, remarks that were struck out, everything of one day.

use super::{FamilyId, Register, Remark, parsed, stored};
use crate::fault::{During, Result};
use domain::{Actor, Date, Event, Household, RegistrationCode};
use std::collections::HashSet;

/// What a record was before a change.
#[derive(Clone, Debug)]
pub struct PreviousVersion {
    /// The record as it was.
    pub household: Household,
    /// Who had entered it; none: Dinas Sosial.
    pub entered_by: Option<Actor>,
    /// When another took its place: local time of Jakarta.
    pub until: String,
}

/// What the head of an RT or RW said beside a record.
#[derive(Clone, Debug)]
pub struct Spoken {
    pub remark: Remark,
    pub by: Actor,
    pub said_at: String,
    /// From then on it was said no more.
    pub struck_at: Option<String>,
}

/// The office behind a row, as who it is.
const ACTOR: &str = "iif(office.id IS NULL, NULL, iif(office.rt IS NULL, 'rw', 'rt'))";

impl Register {
    /// What the record of a family was before each change, oldest first.
    pub fn previous_versions(&self, family: FamilyId) -> Result<Vec<PreviousVersion>> {
        let rows: Vec<(String, Option<String>, String)> = self
            .db
            .prepare_cached(&format!(
                "SELECT household, {ACTOR}, until FROM former LEFT JOIN office ON office.id = former.entered_by
                 WHERE family = ?1 ORDER BY former.id"
            ))
            .and_then(|mut select| {
                select.query_map([family], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
            })
            .during("membaca catatan lama")?;
        rows.into_iter()
            .map(|(household, by, until)| {
                let household = stored::read(&household, "membaca catatan lama")?;
                let entered_by = by.map(|code| parsed(&code, Actor::parse)).transpose()?;
                Ok(PreviousVersion { household, entered_by, until })
            })
            .collect()
    }

    /// The families whose record was ever changed.
    pub fn changed(&self) -> Result<HashSet<FamilyId>> {
        self.db
            .prepare_cached("SELECT DISTINCT family FROM former")
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .during("membaca catatan lama")
    }

    /// Everything that was ever said beside the record of a family, oldest first.
    pub fn spoken_of(&self, family: FamilyId) -> Result<Vec<Spoken>> {
        let rows: Vec<(String, String, String, Option<String>)> = self
            .db
            .prepare_cached(&format!(
                "SELECT remark, {ACTOR}, said_at, struck_at FROM remark
                 JOIN code ON code.code = remark.code JOIN office ON office.id = remark.office
                 WHERE code.family = ?1 ORDER BY remark.id"
            ))
            .and_then(|mut select| {
                select
                    .query_map([family], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
                    .collect()
            })
            .during("membaca keterangan")?;
        rows.into_iter()
            .map(|(remark, by, said_at, struck_at)| {
                let remark = stored::read(&remark, "membaca keterangan")?;
                Ok(Spoken { remark, by: parsed(&by, Actor::parse)?, said_at, struck_at })
            })
            .collect()
    }

    /// Every event that was written down on a day, each with the first code of its family.
    pub fn recorded_on(
        &self,
        day: Date,
        mut each: impl FnMut(Event, Option<RegistrationCode>),
    ) -> Result<()> {
        let mut select = self
            .db
            .prepare_cached(
                "SELECT event, (SELECT min(code) FROM code WHERE code.family = event.family)
                 FROM event WHERE substr(recorded_at, 1, 10) = ?1 ORDER BY family, number",
            )
            .during("membaca peristiwa")?;
        let mut rows = select.query([day.to_string()]).during("membaca peristiwa")?;
        while let Some(row) = rows.next().during("membaca peristiwa")? {
            let read = || -> rusqlite::Result<(String, Option<String>)> { Ok((row.get(0)?, row.get(1)?)) };
            let (event, code) = read().during("membaca peristiwa")?;
            let code = code.map(|code| parsed(&code, RegistrationCode::parse)).transpose()?;
            each(stored::read(&event, "membaca peristiwa")?, code);
        }
        Ok(())
    }
}
