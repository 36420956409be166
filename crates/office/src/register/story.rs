//! What was known of every family at some time: nothing is erased, so any day of the past can be told.

use super::each_family::STEP;
use super::{FamilyId, Origin, Register, parsed, stored};
use crate::fault::{During, Result};
use domain::{AreaCode, Cause, Event, History, Rt, Rw};
use rayon::prelude::*;
use std::collections::HashMap;

/// What was known of a family.
#[derive(Debug)]
pub struct Story {
    /// Who lists it, today.
    pub origin: Origin,
    /// Whether another entry stood for it.
    pub is_double: bool,
    /// What had been written down.
    pub history: History,
}

/// Its events in the order of their numbers, and whether any came later.
#[derive(Default)]
struct Known {
    events: Vec<String>,
    came_later: bool,
}

struct Entry {
    id: FamilyId,
    area: String,
    rw: String,
    rt: String,
    is_double: bool,
}

impl Register {
    /// Every family that was listed by then, as what was written down by then tells of it: those whose identity was erased since,
    /// too. `upto` is compared with the time that commands were told, to the minute. One of which something cannot be read is left
    /// out: `tepat report` names it.
    ///
    /// # Errors
    /// The register cannot be read, or `each` fails.
    pub fn for_each_story(&self, upto: &str, mut each: impl FnMut(Story) -> Result<()>) -> Result<()> {
        let (mut after, last) = (0, self.last_family()?);
        while after < last {
            let range = (after, after + STEP);
            let mut known = self.known(range, upto)?;
            let entries: Vec<(Entry, Known)> = self
                .entries(range)?
                .into_iter()
                .filter_map(|entry| known.remove(&entry.id).map(|known| (entry, known)))
                .filter(|(_, known)| !known.events.is_empty())
                .collect();
            let stories: Vec<Option<Story>> =
                entries.into_par_iter().map(|(entry, known)| story(entry, &known).ok()).collect();
            stories.into_iter().flatten().try_for_each(&mut each)?;
            after += STEP;
        }
        Ok(())
    }

    fn known(&self, range: (FamilyId, FamilyId), upto: &str) -> Result<HashMap<FamilyId, Known>> {
        let doing = "membaca peristiwa";
        let mut found = HashMap::<FamilyId, Known>::new();
        let mut select = self
            .db
            .prepare_cached(
                "SELECT family, event, recorded_at > ?3 FROM event WHERE family > ?1 AND family <= ?2
                 ORDER BY family, number",
            )
            .during(doing)?;
        let mut rows = select.query((range.0, range.1, upto)).during(doing)?;
        while let Some(row) = rows.next().during(doing)? {
            let known = found.entry(row.get(0).during(doing)?).or_default();
            if row.get(2).during(doing)? {
                known.came_later = true;
            } else {
                known.events.push(row.get(1).during(doing)?);
            }
        }
        Ok(found)
    }

    fn entries(&self, range: (FamilyId, FamilyId)) -> Result<Vec<Entry>> {
        self.db
            .prepare_cached(
                "SELECT id, area, rw, rt, double_of IS NOT NULL FROM family WHERE id > ?1 AND id <= ?2 ORDER BY id",
            )
            .and_then(|mut select| {
                let entry = |row: &rusqlite::Row<'_>| {
                    let (id, area, rw, rt, is_double) = row.try_into()?;
                    Ok(Entry { id, area, rw, rt, is_double })
                };
                select.query_map(range, entry)?.collect()
            })
            .during("membaca keluarga")
    }
}

fn story(entry: Entry, known: &Known) -> Result<Story> {
    let events = known.events.iter().map(|json| stored::read::<Event>(json, "membaca peristiwa"));
    let history: History = events.collect::<Result<_>>()?;
    let was_said = matches!(history.last().and_then(|it| it.cause.as_ref()), Some(Cause::DuplicateOf { .. }));
    let origin = Origin {
        area: parsed(&entry.area, AreaCode::parse)?,
        rw: parsed(&entry.rw, Rw::parse)?,
        rt: parsed(&entry.rt, Rt::parse)?,
    };
    // Whatever happened to it since, it may have stood by itself before.
    Ok(Story { origin, is_double: entry.is_double && (was_said || !known.came_later), history })
}
