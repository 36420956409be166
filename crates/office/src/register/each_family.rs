//! Every family with its story, some thousands at a time: a city does not fit into the memory.

use super::family::{self, Family, Raw};
use super::{FamilyId, Register, Unreadable, parsed, stored};
use crate::case::Case;
use crate::fault::{During, Fault, Result};
use domain::{History, RegistrationCode};
use rayon::prelude::*;
use std::collections::HashMap;

/// As many families as are in the memory at once.
pub(super) const STEP: i64 = 8192;
/// Their events.
const EVENTS: &str =
    "SELECT family, event FROM event WHERE family > ?1 AND family <= ?2 ORDER BY family, number";

impl Register {
    /// Every family, in the order of listing. What `each` writes of families that it has seen is not seen again. A family that
    /// cannot be read is left out and named; one that was erased is left out.
    pub fn for_each_family(&self, mut each: impl FnMut(Vec<Case>) -> Result<()>) -> Result<Unreadable> {
        let (mut after, last) = (0, self.last_family()?);
        let mut unreadable = Unreadable::default();
        while after < last {
            let upto = after + STEP;
            let cases = self.cases(after, upto, &mut unreadable)?;
            after = upto;
            if !cases.is_empty() {
                each(cases)?;
            }
        }
        Ok(unreadable)
    }

    /// What happened to every family, with its kelurahan. One of which something cannot be read is left out: `tepat report` names it.
    pub fn for_each_history(&self, mut each: impl FnMut(FamilyId, &str, &History)) -> Result<()> {
        let (mut after, last) = (0, self.last_family()?);
        while after < last {
            let upto = after + STEP;
            let areas = self.by_family(
                "SELECT id, area FROM family WHERE id > ?1 AND id <= ?2 ORDER BY id",
                (after, upto),
            )?;
            let events = self.by_family(EVENTS, (after, upto))?;
            let read: Vec<_> = events
                .into_par_iter()
                .filter_map(|(family, events)| {
                    let read = events.iter().map(|json| stored::read(json, "membaca peristiwa"));
                    Some((family, read.collect::<Result<History>>().ok()?))
                })
                .collect();
            for (family, history) in &read {
                let area = areas.get(family).and_then(|area| area.first()).map_or("", String::as_str);
                each(*family, area, history);
            }
            after = upto;
        }
        Ok(())
    }

    pub(super) fn last_family(&self) -> Result<FamilyId> {
        self.db
            .query_row("SELECT coalesce(max(id), 0) FROM family", [], |row| row.get(0))
            .during("membaca keluarga")
    }

    /// One family with its history.
    pub fn case(&self, family: Family) -> Result<Case> {
        let (history, codes) = (self.history(family.id)?, self.codes(family.id)?);
        let pair_closed = self.is_pair_closed(family.id)?;
        Ok(Case::of(family, history, codes, pair_closed))
    }

    /// How many families there are, those that were listed twice and those that were erased too.
    pub fn count_families(&self) -> Result<usize> {
        let count: i64 = self
            .db
            .query_row("SELECT count(*) FROM family", [], |row| row.get(0))
            .during("membaca keluarga")?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    fn cases(&self, after: FamilyId, upto: FamilyId, unreadable: &mut Unreadable) -> Result<Vec<Case>> {
        let raw = self.raw_families("id > ?1 AND id <= ?2 ORDER BY id", (after, upto))?;
        let mut events = self.by_family(EVENTS, (after, upto))?;
        let mut codes = self.by_family(
            "SELECT family, code FROM code WHERE family > ?1 AND family <= ?2 ORDER BY family, code",
            (after, upto),
        )?;
        let closed = self.by_family(
            "SELECT family, closed_at FROM pair_closed WHERE family > ?1 AND family <= ?2",
            (after, upto),
        )?;
        let rows: Vec<_> = raw
            .into_iter()
            .map(|family| {
                let id = family.id;
                Rows {
                    family,
                    events: events.remove(&id).unwrap_or_default(),
                    codes: codes.remove(&id).unwrap_or_default(),
                    pair_closed: closed.contains_key(&id),
                }
            })
            .collect();
        let read: Vec<_> = rows.into_par_iter().map(Rows::read).collect();
        let mut cases = Vec::with_capacity(read.len());
        for read in read {
            match read {
                Ok(case) => cases.push(case),
                Err((family, code, fault)) => unreadable.add(family, code, &fault),
            }
        }
        Ok(cases)
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

/// All rows of one family.
struct Rows {
    family: Raw,
    events: Vec<String>,
    codes: Vec<String>,
    pair_closed: bool,
}

impl Rows {
    fn read(self) -> std::result::Result<Case, (FamilyId, Option<String>, Fault)> {
        let Self { family, events, codes, pair_closed } = self;
        let id = family.id;
        let case = || {
            Ok(Case::of(
                family::family(family)?,
                events.iter().map(|json| stored::read(json, "membaca peristiwa")).collect::<Result<_>>()?,
                codes.iter().map(|text| parsed(text, RegistrationCode::parse)).collect::<Result<_>>()?,
                pair_closed,
            ))
        };
        case().map_err(|fault| (id, codes.first().cloned(), fault))
    }
}
