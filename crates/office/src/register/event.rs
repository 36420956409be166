//! What happened to a family.

use super::{FamilyId, Line, Register, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Actor, Event, History, Status, in_force};
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

/// Who decided, and on what basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionBasis {
    /// Whose decision it is.
    pub actor: Actor,
    /// The person, where it was a person at Dinas Sosial.
    pub by: Option<String>,
    /// The rows that it rests on.
    pub evidence: Vec<Line>,
}

impl From<Actor> for DecisionBasis {
    fn from(actor: Actor) -> Self {
        Self { actor, by: None, evidence: Vec::new() }
    }
}

impl DecisionBasis {
    /// A person at Dinas Sosial.
    pub fn person(by: &str) -> Self {
        Self { by: Some(by.to_owned()), ..Actor::Dinas.into() }
    }

    /// Dinas Sosial, from these rows.
    pub fn rows(evidence: Vec<Line>) -> Self {
        Self { evidence, ..Actor::Dinas.into() }
    }
}

/// An event as it was written down.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Recorded {
    /// What happened.
    pub event: Event,
    /// When it was written down, by the time that the command was told: local time of Jakarta.
    pub recorded_at: String,
    /// The same by the clock of the computer; none: an earlier version wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<String>,
    /// Whose decision it is.
    pub actor: String,
    /// The person who decided, where one did.
    pub by: Option<String>,
    /// The rows that it rests on.
    pub evidence: Vec<Line>,
}

impl Register {
    /// Writes an event down.
    ///
    /// # Errors
    /// It may not follow the last one.
    pub fn record(
        &self,
        family: FamilyId,
        event: &Event,
        basis: impl Into<DecisionBasis>,
        now: &Moment,
    ) -> Result<()> {
        let (number, last) = self.last_event(family)?;
        match last {
            None => {}
            // What it is after tells what was before.
            Some(last) if last.takes_back > 0 => self.history(family)?.may_add(event)?,
            Some(last) => last.may_precede(event)?,
        }
        self.write_event(family, number + 1, event, basis.into(), now)
    }

    /// Writes the event down that follows these, which are all that the family has.
    ///
    /// # Errors
    /// It may not follow the last one.
    pub fn record_after(
        &self,
        family: FamilyId,
        history: &History,
        event: &Event,
        basis: impl Into<DecisionBasis>,
        now: &Moment,
    ) -> Result<()> {
        history.may_add(event)?;
        let number = i64::try_from(history.written()).unwrap_or(i64::MAX).saturating_add(1);
        self.write_event(family, number, event, basis.into(), now)
    }

    /// Takes the last `count` events back that hold: the family is where it was before them. Nothing is erased.
    pub fn take_back(&self, family: FamilyId, count: u16, by: &str, why: &str, now: &Moment) -> Result<()> {
        let (history, (number, _)) = (self.history(family)?, self.last_event(family)?);
        let events = history.events();
        let before = events.len().checked_sub(usize::from(count) + 1).and_then(|at| events.get(at));
        let status = before.map_or(Status::Proposed, |event| event.status);
        let event = Event { takes_back: count, note: why.to_owned(), ..Event::new(status, now.date) };
        self.write_event(family, number + 1, &event, DecisionBasis::person(by), now)
    }

    /// Two processes cannot write the same number: the second of them fails.
    fn write_event(
        &self,
        family: FamilyId,
        number: i64,
        event: &Event,
        DecisionBasis { actor, by, evidence }: DecisionBasis,
        now: &Moment,
    ) -> Result<()> {
        let json = stored::write(event, "menulis peristiwa")?;
        let evidence = (!evidence.is_empty())
            .then(|| serde_json::to_string(&evidence))
            .transpose()
            .during("menulis peristiwa")?;
        let (position, now) = (self.trail_position()?, now.to_string());
        let written_at = position.written_at.clone();
        self.db
            .prepare_cached(
                "INSERT INTO event (family, number, recorded_at, written_at, actor, by, event, evidence)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )
            .and_then(|mut insert| {
                insert.execute((family, number, &now, &written_at, actor.code(), &by, &json, &evidence))
            })
            .during("menulis peristiwa")?;
        let row = [
            ValueRef::Integer(family),
            ValueRef::Integer(number),
            now.as_str().into(),
            written_at.as_str().into(),
            actor.code().into(),
            by.as_deref().into(),
            json.as_str().into(),
            evidence.as_deref().into(),
        ];
        self.trail_event(position, family, number, &row)
    }

    /// The number and the content of the last event; 0 where there is none.
    fn last_event(&self, family: FamilyId) -> Result<(i64, Option<Event>)> {
        let last: Option<(i64, String)> = self
            .db
            .prepare_cached("SELECT number, event FROM event WHERE family = ?1 ORDER BY number DESC LIMIT 1")
            .and_then(|mut select| {
                select.query_row([family], |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .during("membaca peristiwa")?;
        let Some((number, json)) = last else { return Ok((0, None)) };
        Ok((number, Some(stored::read(&json, "membaca peristiwa")?)))
    }

    /// What happened to a family.
    pub fn history(&self, family: FamilyId) -> Result<History> {
        self.db
            .prepare_cached("SELECT event FROM event WHERE family = ?1 ORDER BY number")
            .and_then(|mut select| {
                select
                    .query_map([family], |row| row.get::<_, String>(0))?
                    .collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca peristiwa")?
            .iter()
            .map(|json| stored::read(json, "membaca peristiwa"))
            .collect()
    }

    /// All that happened to a family and was not taken back, with who decided and why.
    pub fn recorded(&self, family: FamilyId) -> Result<Vec<Recorded>> {
        Ok(in_force(self.written_down(family)?, |recorded| recorded.event.takes_back))
    }

    /// The same, with what was taken back. The number of an event is its place, from 1.
    pub fn written_down(&self, family: FamilyId) -> Result<Vec<Recorded>> {
        self.db
            .prepare_cached(
                "SELECT event, recorded_at, written_at, actor, by, evidence
                 FROM event WHERE family = ?1 ORDER BY number",
            )
            .and_then(|mut select| {
                let row = |row: &Row<'_>| {
                    let (event, evidence): (String, Option<String>) = (row.get(0)?, row.get(5)?);
                    Ok((event, evidence, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
                };
                select.query_map([family], row)?.collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca peristiwa")?
            .into_iter()
            .map(|(event, evidence, recorded_at, written_at, actor, by)| {
                let event = stored::read(&event, "membaca peristiwa")?;
                let evidence = evidence.as_deref().map_or(Ok(Vec::new()), serde_json::from_str);
                Ok(Recorded {
                    event,
                    recorded_at,
                    written_at,
                    actor,
                    by,
                    evidence: evidence.during("membaca peristiwa")?,
                })
            })
            .collect()
    }
}
