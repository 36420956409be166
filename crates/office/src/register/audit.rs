//! Whether the register still says what was written down: the trail, walked from its beginning to its end.

use super::digest_chain::ChainDigest;
use super::trail::END;
use super::{Act, FamilyId, Register, TrailEnd};
use crate::fault::{During, Result};
use data_encoding::HEXLOWER;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde::Serialize;
use std::collections::HashMap;

/// What the walk found.
#[derive(Debug, Serialize)]
pub struct Audit {
    /// The end of the trail.
    pub end: TrailEnd,
    /// Whether the digest that was written down elsewhere is one of the trail; none: nobody gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noted: Option<bool>,
    /// What was changed; nothing in a register in order.
    pub tampering: Vec<Tampering>,
}

/// Something that was changed behind the back of this program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Tampering {
    /// An event is not as it was written, or its row of the trail is not.
    EventChanged {
        /// The row of the trail.
        entry: i64,
        /// Of which family.
        family: FamilyId,
        /// Which of its events.
        number: i64,
    },
    /// An event that was written is not there.
    EventGone {
        /// The row of the trail.
        entry: i64,
        /// Of which family.
        family: FamilyId,
        /// Which of its events.
        number: i64,
    },
    /// An event that this program did not write.
    EventAdded {
        /// Of which family.
        family: FamilyId,
        /// Which of its events.
        number: i64,
    },
    /// Something else that was done is not as it was written.
    ActChanged {
        /// The row of the trail.
        entry: i64,
    },
    /// Rows of the trail are not there, from this one on.
    EntriesGone {
        /// The first of them.
        entry: i64,
    },
    /// The end of the trail is not the one that was noted.
    EndChanged,
}

impl Register {
    /// Walks the trail. `noted` is a digest that somebody wrote down before: all up to it is as it was then.
    pub fn audit(&self, noted: Option<&str>) -> Result<Audit> {
        let mut walk = Walk {
            last: ChainDigest::START,
            or_rather: None,
            entries: 0,
            seals: self.seals()?,
            tampering: Vec::new(),
        };
        let noted = noted.map(|noted| noted.trim().to_lowercase());
        let mut is_noted = false;
        let doing = "membaca jejak";
        // What is written meanwhile is no tampering: all is read as it stands at this moment.
        let _as_it_stands = self.db.unchecked_transaction().during(doing)?;
        let mut select = self
            .db
            .prepare(
                "SELECT event.family, event.number, recorded_at, written_at, actor, by, event, evidence,
                        trail.id, trail.digest, trail.family, trail.number, trail.act
                 FROM trail LEFT JOIN event ON event.family = trail.family AND event.number = trail.number
                 ORDER BY trail.id",
            )
            .during(doing)?;
        let mut rows = select.query([]).during(doing)?;
        while let Some(row) = rows.next().during(doing)? {
            walk.step(row).during(doing)?;
            is_noted |= noted.as_ref().is_some_and(|noted| *noted == HEXLOWER.encode(walk.last.as_bytes()));
        }
        let end = TrailEnd { entries: walk.entries, digest: HEXLOWER.encode(walk.last.as_bytes()) };
        walk.tampering.extend(self.added_events()?);
        let is_untouched = walk.entries == 0 && self.get(END)?.is_none();
        if self.trail_end()? != end && !is_untouched {
            walk.tampering.push(Tampering::EndChanged);
        }
        Ok(Audit { end, noted: noted.map(|_| is_noted), tampering: walk.tampering })
    }

    /// What is left of events whose sentences were erased, each bound to its row of the trail.
    fn seals(&self) -> Result<HashMap<(FamilyId, i64), String>> {
        let mut seals = HashMap::new();
        for (family, act) in self.acts("erase")? {
            if let (Some(family), Act::Erase { events, .. }) = (family, act) {
                seals.extend(events.into_iter().map(|(number, seal)| ((family, number), seal)));
            }
        }
        Ok(seals)
    }

    /// Events that are not on the trail. Looked for only where there are more than the trail has.
    fn added_events(&self) -> Result<Vec<Tampering>> {
        let doing = "membaca peristiwa";
        let is_more: bool = self
            .db
            .query_row(
                "SELECT (SELECT count(*) FROM event) >
                        (SELECT count(*) FROM trail JOIN event USING (family, number))",
                [],
                |row| row.get(0),
            )
            .during(doing)?;
        if !is_more {
            return Ok(Vec::new());
        }
        self.db
            .prepare("SELECT family, number FROM event EXCEPT SELECT family, number FROM trail")
            .and_then(|mut select| {
                let row =
                    |row: &Row<'_>| Ok(Tampering::EventAdded { family: row.get(0)?, number: row.get(1)? });
                select.query_map([], row)?.collect()
            })
            .during(doing)
    }
}

/// How far the walk has come.
struct Walk {
    /// The digest of the last row, as it is kept.
    last: ChainDigest,
    /// What it should be, where that is something else: what is wrong may be the row or its digest.
    or_rather: Option<ChainDigest>,
    entries: i64,
    seals: HashMap<(FamilyId, i64), String>,
    tampering: Vec<Tampering>,
}

impl Walk {
    /// Whether an event is what an erasure left of it. The act that says so is a row of the trail itself.
    fn is_sealed(
        &self,
        named: (Option<FamilyId>, Option<i64>),
        left: ChainDigest,
        kept: Option<ChainDigest>,
    ) -> bool {
        let ((Some(family), Some(number)), Some(kept)) = (named, kept) else { return false };
        self.seals.get(&(family, number)).is_some_and(|seal| *seal == left.seal(kept))
    }

    fn step(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let entry: i64 = row.get(8)?;
        if entry != self.entries + 1 {
            self.tampering.push(Tampering::EntriesGone { entry: self.entries + 1 });
        }
        self.entries = entry;
        let kept = row.get_ref(9)?.as_blob().ok().and_then(ChainDigest::from_bytes);
        let named: (Option<FamilyId>, Option<i64>) = (row.get(10)?, row.get(11)?);
        let digest_after = |before: ChainDigest| match named {
            (_, Some(_)) => before.after_row(row, 0..8),
            (about, None) => {
                let about = about.map_or(ValueRef::Null, ValueRef::Integer);
                Ok(before.after(&[about, ValueRef::Null, row.get_ref(12)?]))
            }
        };
        let should_be = digest_after(self.last)?;
        let is_right = Some(should_be) == kept
            || self.or_rather.map(digest_after).transpose()?.is_some_and(|digest| Some(digest) == kept)
            || self.is_sealed(named, should_be, kept);
        if !is_right {
            let is_there = row.get_ref(0)? != ValueRef::Null;
            self.tampering.push(match named {
                (Some(family), Some(number)) if is_there => Tampering::EventChanged { entry, family, number },
                (Some(family), Some(number)) => Tampering::EventGone { entry, family, number },
                _ => Tampering::ActChanged { entry },
            });
        }
        // What happened to a family is told by its event alone: an act beside it is in no digest.
        if named.1.is_some() && row.get_ref(12)? != ValueRef::Null {
            self.tampering.push(Tampering::ActChanged { entry });
        }
        self.or_rather = (!is_right).then_some(should_be);
        self.last = kept.unwrap_or(should_be);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
