//! Every family with its story, some thousands at a time: a city does not fit into the memory.

use super::family::{self, Family};
use super::{FamilyId, Register, parsed};
use crate::fault::{During, Result};
use domain::{Event, RegistrationCode, Status};
use rayon::prelude::*;
use std::collections::HashMap;

/// A family with all that happened to it, oldest first, and the codes that it is known by.
#[derive(Debug)]
pub struct Case {
    pub family: Family,
    pub events: Vec<Event>,
    pub codes: Vec<RegistrationCode>,
}

impl Case {
    /// Where the family stands.
    pub fn status(&self) -> Status {
        self.events.last().map_or(Status::Proposed, |event| event.status)
    }
}

/// As many families as are in the memory at once.
const STEP: i64 = 8192;

impl Register {
    /// Every family, in the order of listing. What `each` writes of families that it has seen is not seen again.
    pub fn walk(&self, mut each: impl FnMut(Vec<Case>) -> Result<()>) -> Result<()> {
        let last: FamilyId = self
            .db
            .query_row("SELECT coalesce(max(id), 0) FROM family", [], |row| row.get(0))
            .during("membaca keluarga")?;
        let mut after = 0;
        while after < last {
            let upto = after + STEP;
            let cases = self.cases(after, upto)?;
            after = upto;
            if !cases.is_empty() {
                each(cases)?;
            }
        }
        Ok(())
    }

    /// How many families there are, those that were listed twice too.
    pub fn count_families(&self) -> Result<usize> {
        let count: i64 = self
            .db
            .query_row("SELECT count(*) FROM family", [], |row| row.get(0))
            .during("membaca keluarga")?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    fn cases(&self, after: FamilyId, upto: FamilyId) -> Result<Vec<Case>> {
        let raw = self.raw_families("WHERE id > ?1 AND id <= ?2 ORDER BY id", (after, upto))?;
        let mut stories = self.by_family(
            "SELECT family, event FROM event WHERE family > ?1 AND family <= ?2 ORDER BY family, number",
            (after, upto),
        )?;
        let mut codes = self.by_family(
            "SELECT family, code FROM code WHERE family > ?1 AND family <= ?2 ORDER BY family, code",
            (after, upto),
        )?;
        let told: Vec<_> = raw
            .into_iter()
            .map(|raw| {
                let id = raw.id;
                (raw, stories.remove(&id).unwrap_or_default(), codes.remove(&id).unwrap_or_default())
            })
            .collect();
        told.into_par_iter()
            .map(|(raw, story, codes)| {
                let event = |json: &String| serde_json::from_str(json).during("membaca peristiwa");
                let code = |text: &String| parsed(text, RegistrationCode::parse);
                Ok(Case {
                    family: family::family(raw)?,
                    events: story.iter().map(event).collect::<Result<_>>()?,
                    codes: codes.iter().map(code).collect::<Result<_>>()?,
                })
            })
            .collect()
    }

    fn by_family(&self, select: &str, range: (FamilyId, FamilyId)) -> Result<HashMap<FamilyId, Vec<String>>> {
        let mut found = HashMap::<FamilyId, Vec<String>>::new();
        let mut select = self.db.prepare_cached(select).during("membaca keluarga")?;
        let mut rows = select.query(range).during("membaca keluarga")?;
        while let Some(row) = rows.next().during("membaca keluarga")? {
            let (family, text) =
                row.get(0).and_then(|id| Ok((id, row.get(1)?))).during("membaca keluarga")?;
            found.entry(family).or_default().push(text);
        }
        Ok(found)
    }
}
