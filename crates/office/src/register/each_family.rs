//! Every family with its story, some thousands at a time: a city does not fit into the memory.

use super::family::{self, Family, Raw};
use super::{FamilyId, Register, Unreadable, parsed, stored};
use crate::case::Case;
use crate::fault::{During, Fault, Result};
use domain::{History, RegistrationCode};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// As many families as are in the memory at once.
pub(super) const STEP: i64 = 8192;
/// So many of them are read together with those that lie between them.
const MANY: usize = 2048;
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

    /// The same, of the families of an area of whose history something holds: what is written of the others is not read. `area` is
    /// a kelurahan, kecamatan or city; blank: all. `each` is told, too, how many families were looked at.
    pub fn for_each_family_that(
        &self,
        area: &str,
        holds: &(dyn Fn(&History) -> bool + Sync),
        mut each: impl FnMut(Vec<Case>, usize) -> Result<()>,
    ) -> Result<Unreadable> {
        let listed = if area.is_empty() { None } else { Some(self.listed_in(area)?) };
        let (mut after, last) = (0, self.last_family()?);
        let mut unreadable = Unreadable::default();
        while after < last {
            let (from, upto) = (after, after + STEP);
            after = upto;
            if listed.as_ref().is_some_and(|listed| listed.range(from + 1..=upto).next().is_none()) {
                continue;
            }
            let mut events = self.by_family(EVENTS, (from, upto))?;
            events.retain(|id, _| listed.as_ref().is_none_or(|listed| listed.contains(id)));
            let looked_at = events.len();
            let mut found: Vec<FamilyId> = events
                .into_par_iter()
                // What cannot be read is named further on.
                .filter(|(_, events)| history(events).map_or(true, |history| holds(&history)))
                .map(|(id, _)| id)
                .collect();
            found.sort_unstable();
            // Of many it is quicker to read all that lie beside them.
            let cases = if found.len() > MANY {
                self.cases(from, upto, &mut unreadable)?
            } else {
                let cases = found.into_iter().map(|id| self.cases(id - 1, id, &mut unreadable));
                cases.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect()
            };
            each(cases, looked_at)?;
        }
        Ok(unreadable)
    }

    /// The families that an area lists.
    fn listed_in(&self, area: &str) -> Result<BTreeSet<FamilyId>> {
        // What comes behind a code and the dot below it.
        let end = format!("{area}/");
        self.db
            .prepare_cached("SELECT id FROM family WHERE area >= ?1 AND area < ?2")
            .and_then(|mut select| select.query_map((area, end), |row| row.get(0))?.collect())
            .during("membaca keluarga")
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
                .filter_map(|(family, events)| Some((family, history(&events).ok()?)))
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

fn history(events: &[String]) -> Result<History> {
    events.iter().map(|json| stored::read(json, "membaca peristiwa")).collect()
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
                history(&events)?,
                codes.iter().map(|text| parsed(text, RegistrationCode::parse)).collect::<Result<_>>()?,
                pair_closed,
            ))
        };
        case().map_err(|fault| (id, codes.first().cloned(), fault))
    }
}
