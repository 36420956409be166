//! What happened to a family.

use super::{FamilyId, Register};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Actor, Event};

impl Register {
    /// Writes an event down.
    pub(crate) fn record(&self, family: FamilyId, event: &Event, actor: Actor, now: &Moment) -> Result<()> {
        let json = serde_json::to_string(event).during("menulis peristiwa")?;
        self.db
            .prepare_cached("INSERT INTO event (family, recorded_at, actor, event) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut insert| insert.execute((family, now.to_string(), actor.code(), json)))
            .during("menulis peristiwa")?;
        Ok(())
    }

    /// All that happened to a family, oldest first.
    pub(crate) fn events(&self, family: FamilyId) -> Result<Vec<Event>> {
        self.db
            .prepare_cached("SELECT event FROM event WHERE family = ?1 ORDER BY id")
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
}
