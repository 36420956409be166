//! What happened to a family.

use super::{FamilyId, Line, Register};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Actor, Event};
use rusqlite::Row;
use serde::{Deserialize, Serialize};

/// Who decided, and on what grounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    pub actor: Actor,
    /// The person, where it was a person at Dinas Sosial.
    pub by: Option<String>,
    /// The rows that it rests on.
    pub evidence: Vec<Line>,
}

impl From<Actor> for Grounds {
    fn from(actor: Actor) -> Self {
        Self { actor, by: None, evidence: Vec::new() }
    }
}

impl Grounds {
    /// Dinas Sosial, from these rows.
    pub fn rows(evidence: Vec<Line>) -> Self {
        Self { evidence, ..Actor::Dinas.into() }
    }
}

/// An event as it was written down.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Recorded {
    pub event: Event,
    pub recorded_at: String,
    pub actor: String,
    pub by: Option<String>,
    pub evidence: Vec<Line>,
}

impl Register {
    /// Writes an event down.
    pub fn record(
        &self,
        family: FamilyId,
        event: &Event,
        grounds: impl Into<Grounds>,
        now: &Moment,
    ) -> Result<()> {
        debug_assert!(
            self.events(family)?.last().is_none_or(|last| last.status.allows(event.status)),
            "nothing like {} may follow",
            event.status
        );
        let Grounds { actor, by, evidence } = grounds.into();
        let json = serde_json::to_string(event).during("menulis peristiwa")?;
        let evidence = (!evidence.is_empty())
            .then(|| serde_json::to_string(&evidence))
            .transpose()
            .during("menulis peristiwa")?;
        self.db
            .prepare_cached(
                "INSERT INTO event (family, number, recorded_at, actor, by, event, evidence) VALUES
                 (?1, (SELECT coalesce(max(number), 0) + 1 FROM event WHERE family = ?1), ?2, ?3, ?4, ?5, ?6)",
            )
            .and_then(|mut insert| insert.execute((family, now.to_string(), actor.code(), by, json, evidence)))
            .during("menulis peristiwa")?;
        Ok(())
    }

    /// All that happened to a family, oldest first.
    pub fn events(&self, family: FamilyId) -> Result<Vec<Event>> {
        self.db
            .prepare_cached("SELECT event FROM event WHERE family = ?1 ORDER BY number")
            .and_then(|mut select| {
                select
                    .query_map([family], |row| row.get::<_, String>(0))?
                    .collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca peristiwa")?
            .iter()
            .map(|json| serde_json::from_str(json).during("membaca peristiwa"))
            .collect()
    }

    /// All that happened to a family, with who decided and why.
    pub fn recorded(&self, family: FamilyId) -> Result<Vec<Recorded>> {
        self.db
            .prepare_cached(
                "SELECT event, recorded_at, actor, by, evidence FROM event WHERE family = ?1 ORDER BY number",
            )
            .and_then(|mut select| {
                let row = |row: &Row<'_>| {
                    let (event, evidence): (String, Option<String>) = (row.get(0)?, row.get(4)?);
                    Ok((event, evidence, row.get(1)?, row.get(2)?, row.get(3)?))
                };
                select.query_map([family], row)?.collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca peristiwa")?
            .into_iter()
            .map(|(event, evidence, recorded_at, actor, by)| {
                let event = serde_json::from_str(&event).during("membaca peristiwa")?;
                let evidence = evidence.as_deref().map_or(Ok(Vec::new()), serde_json::from_str);
                Ok(Recorded {
                    event,
                    recorded_at,
                    actor,
                    by,
                    evidence: evidence.during("membaca peristiwa")?,
                })
            })
            .collect()
    }
}
