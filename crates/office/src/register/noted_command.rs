//! The commands that changed something, as the trail names them, and what each of them did.

use super::trail::StoredAct;
use super::{Act, CommandLine, FamilyId, Register, SourceId};
use crate::fault::{During, Result};
use rusqlite::OptionalExtension as _;
use std::collections::BTreeMap;

/// A command that changed something.
#[derive(Clone, Debug)]
pub struct NotedCommand {
    /// The row of the trail that names it: its number.
    pub number: i64,
    /// As it was typed.
    pub line: CommandLine,
    /// The first row of the trail that is its work.
    pub first: i64,
}

/// A file that a command took in as a report.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The file.
    pub source: SourceId,
    /// What it was taken for.
    pub topic: String,
}

const DOING: &str = "membaca jejak";

impl Register {
    /// The commands that changed something and that a condition on the row of the trail fits.
    fn commands(&self, condition: &str, given: i64) -> Result<Vec<NotedCommand>> {
        let rows: Vec<(i64, String)> = self
            .db
            .prepare_cached(&format!(
                "SELECT id, act FROM trail WHERE act LIKE '{{\"act\":\"command\"%' AND {condition}"
            ))
            .and_then(|mut select| select.query_map([given], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during(DOING)?;
        let command = |(number, json): (i64, String)| match serde_json::from_str::<StoredAct>(&json).ok()?.act
        {
            Act::Command { command: line, first } => Some(NotedCommand { number, line, first }),
            _ => None,
        };
        Ok(rows.into_iter().filter_map(command).collect())
    }

    /// The command that changed something last before a row of the trail.
    pub fn command_before(&self, number: i64) -> Result<Option<NotedCommand>> {
        Ok(self.commands("id < ?1 ORDER BY id DESC LIMIT 1", number)?.pop())
    }

    /// A command by its number.
    pub fn command(&self, number: i64) -> Result<Option<NotedCommand>> {
        Ok(self.commands("id = ?1", number)?.pop())
    }

    /// The command that wrote an event, and the row of the trail that holds the event.
    pub fn command_of(&self, family: FamilyId, event: i64) -> Result<Option<NotedCommand>> {
        let row: Option<i64> = self
            .db
            .prepare_cached("SELECT id FROM trail WHERE family = ?1 AND number = ?2")
            .and_then(|mut select| select.query_row((family, event), |row| row.get(0)).optional())
            .during(DOING)?;
        let Some(row) = row else { return Ok(None) };
        Ok(self.commands("id > ?1 ORDER BY id LIMIT 1", row)?.pop().filter(|it| it.first <= row))
    }

    /// The numbers of the events that a command wrote, by family.
    pub fn events_of(&self, command: &NotedCommand) -> Result<BTreeMap<FamilyId, Vec<i64>>> {
        let mut found = BTreeMap::<_, Vec<_>>::new();
        let mut select = self
            .db
            .prepare_cached(
                "SELECT family, number FROM trail WHERE id >= ?1 AND id < ?2 AND number IS NOT NULL ORDER BY id",
            )
            .during(DOING)?;
        let mut rows = select.query((command.first, command.number)).during(DOING)?;
        while let Some(row) = rows.next().during(DOING)? {
            let (family, number) = row.get(0).and_then(|family| Ok((family, row.get(1)?))).during(DOING)?;
            found.entry(family).or_default().push(number);
        }
        Ok(found)
    }

    /// What else a command did.
    pub fn acts_of(&self, command: &NotedCommand) -> Result<Vec<Act>> {
        let rows: Vec<String> = self
            .db
            .prepare_cached(
                "SELECT act FROM trail WHERE id >= ?1 AND id < ?2 AND act IS NOT NULL ORDER BY id",
            )
            .and_then(|mut select| {
                select.query_map((command.first, command.number), |row| row.get(0))?.collect()
            })
            .during(DOING)?;
        Ok(rows.iter().filter_map(|json| Some(serde_json::from_str::<StoredAct>(json).ok()?.act)).collect())
    }

    /// Whether a command, or what it took from a file, was taken back.
    pub fn is_undone(&self, command: i64, source: Option<SourceId>) -> Result<bool> {
        let undone = self.acts("undo")?;
        Ok(undone.iter().any(|(_, act)| match act {
            Act::Undo { command: of, sources, .. } => {
                *of == command && (sources.is_empty() || source.is_some_and(|it| sources.contains(&it)))
            }
            _ => false,
        }))
    }

    /// The command that took a file in last, by the name of the file or of one of its sheets, and what it took.
    pub fn command_that_took(&self, name: &str) -> Result<Option<(NotedCommand, Vec<Taken>)>> {
        let mut before = i64::MAX;
        while let Some(command) = self.command_before(before)? {
            let mut taken = Vec::new();
            for act in self.acts_of(&command)? {
                let Act::Take { source, topic } = act else { continue };
                let called = self.source_name(source)?;
                if called == name || called.split_once(", lembar ").is_some_and(|(file, _)| file == name) {
                    taken.push(Taken { source, topic });
                }
            }
            if !taken.is_empty() {
                return Ok(Some((command, taken)));
            }
            before = command.number;
        }
        Ok(None)
    }
}
