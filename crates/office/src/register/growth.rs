//! How many families an RT or RW has, and how many of them phones brought lately.

use super::{Register, Scope, SourceId};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::AreaCode;
use rusqlite::Params;
use std::collections::{BTreeMap, BTreeSet};

/// The families of an RT, or of all RT of an RW.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// So many it had before.
    pub before: usize,
    /// So many phones have brought since, after the last list that somebody has found right; also those that turned out to be doubles.
    pub recent: usize,
    /// Of so many RT it had some before.
    pub rts: usize,
}

impl Register {
    /// How an RT, or an RW with all its RT, has grown since a time.
    pub fn growth(&self, Scope { area, rw, rt }: &Scope, since: &Moment) -> Result<Growth> {
        let (area, rw, since) = (area.as_str(), rw.to_string(), since.to_string());
        match rt {
            Some(rt) => self.grown("area = ?2 AND rw = ?3 AND rt = ?4", (since, area, rw, rt.to_string())),
            None => self.grown("area = ?2 AND rw = ?3", (since, area, rw)),
        }
    }

    /// How a kelurahan with all its RT has grown since a time.
    pub fn growth_of_kelurahan(&self, area: &AreaCode, since: &Moment) -> Result<Growth> {
        self.grown("area = ?2", (since.to_string(), area.as_str()))
    }

    fn grown(&self, place: &str, given: impl Params) -> Result<Growth> {
        let rows: Vec<(String, Option<SourceId>, i64)> = self
            .db
            .prepare_cached(&format!(
                "SELECT rw || '/' || rt AS place, iif(kind = 'amplop' AND taken_at >= ?1, source.id, NULL) AS list, count(*)
                 FROM family LEFT JOIN source ON source.id = family.source
                 WHERE {place} AND (double_of IS NULL OR list IS NOT NULL) AND household <> '' GROUP BY place, list"
            ))
            .and_then(|mut select| select.query_map(given, |row| row.try_into())?.collect())
            .during("menghitung keluarga")?;
        let has_lists = rows.iter().any(|(_, list, _)| list.is_some());
        let accepted = if has_lists { self.accepted_lists()? } else { BTreeSet::new() };
        // A list names all families of its RT that came before it.
        let mut right = BTreeMap::<&str, SourceId>::new();
        for (rt, list, _) in &rows {
            if let Some(list) = list.filter(|list| accepted.contains(list)) {
                right.entry(rt).and_modify(|last| *last = list.max(*last)).or_insert(list);
            }
        }
        let (mut growth, mut rts) = (Growth::default(), BTreeSet::new());
        for (rt, list, count) in &rows {
            let count = usize::try_from(*count).unwrap_or(0);
            if list.is_some() && list.as_ref() > right.get(rt.as_str()) {
                growth.recent += count;
            } else {
                growth.before += count;
                rts.insert(rt);
            }
        }
        growth.rts = rts.len();
        Ok(growth)
    }

    /// The lists that somebody has found right although they name many.
    fn accepted_lists(&self) -> Result<BTreeSet<SourceId>> {
        self.db
            .prepare_cached(
                "SELECT source.id FROM trail JOIN source ON kind = 'amplop' AND name = act ->> 'file'
                 WHERE family IS NULL AND act IS NOT NULL AND act ->> 'act' = 'accept'",
            )
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .during("membaca jejak")
    }
}
