//! How many families an RT or RW has, and how many of them phones brought lately.

use super::{Register, Scope, SourceId};
use crate::clock::Moment;
use crate::fault::{During, Result};
use std::collections::BTreeSet;

/// The families of an RT, or of all RT of an RW.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Growth {
    /// So many it had before.
    pub before: usize,
    /// So many phones have brought since, after the last list that somebody has found right.
    pub recent: usize,
    /// Of so many RT it had some before.
    pub rts: usize,
}

impl Register {
    /// How an RT, or an RW with all its RT, has grown since a time.
    pub fn growth(&self, Scope { area, rw, rt }: &Scope, since: &Moment) -> Result<Growth> {
        let rows: Vec<(String, Option<SourceId>, i64)> = self
            .db
            .prepare_cached(
                "SELECT rt, iif(kind = 'amplop' AND taken_at >= ?4, source.id, NULL) AS list, count(*)
                 FROM family LEFT JOIN source ON source.id = family.source
                 WHERE area = ?1 AND rw = ?2 AND (?3 IS NULL OR rt = ?3) AND double_of IS NULL AND household <> ''
                 GROUP BY rt, list",
            )
            .and_then(|mut select| {
                let given = (area.as_str(), rw.to_string(), rt.map(|rt| rt.to_string()), since.to_string());
                select.query_map(given, |row| row.try_into())?.collect()
            })
            .during("menghitung keluarga")?;
        let lists: BTreeSet<SourceId> = rows.iter().filter_map(|(_, list, _)| *list).collect();
        // A list names all that came before it.
        let right =
            if lists.is_empty() { None } else { self.accepted_lists()?.intersection(&lists).max().copied() };
        let (mut growth, mut rts) = (Growth::default(), BTreeSet::new());
        for (rt, list, count) in rows {
            let count = usize::try_from(count).unwrap_or(0);
            if list.is_some() && list > right {
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
