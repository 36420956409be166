//! What heads of RT and RW said of families beside their records: a ledger in which nothing is struck out.

use super::{FamilyId, Office, Register};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Happening, KeptWarning, Mark, NotSame, Remarks};
use serde::{Deserialize, Serialize};

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Remark {
    Kept(KeptWarning),
    NotSame(NotSame),
    Happening(Happening),
    Mark(Mark),
}

impl Remark {
    /// One by one.
    fn of(remarks: &Remarks) -> impl Iterator<Item = Self> {
        let kept = remarks.kept.iter().cloned().map(Self::Kept);
        let not_same = remarks.not_same.iter().cloned().map(Self::NotSame);
        let happenings = remarks.happenings.iter().cloned().map(Self::Happening);
        let marks = remarks.marks.iter().cloned().map(Self::Mark);
        kept.chain(not_same).chain(happenings).chain(marks)
    }
}

impl Register {
    /// Adds what is new to what was said of a family; gives back what was new.
    pub(crate) fn hear(
        &self,
        family: FamilyId,
        by: &Office,
        remarks: &Remarks,
        now: &Moment,
    ) -> Result<Vec<Remark>> {
        let mut insert = self
            .db
            .prepare_cached(
                "INSERT OR IGNORE INTO remark (family, office, taken_at, remark) VALUES (?1, ?2, ?3, ?4)",
            )
            .during("menulis keterangan")?;
        let mut new = Vec::new();
        for remark in Remark::of(remarks) {
            let json = serde_json::to_string(&remark).during("menulis keterangan")?;
            let rows =
                insert.execute((family, &by.id, now.to_string(), json)).during("menulis keterangan")?;
            if rows > 0 {
                new.push(remark);
            }
        }
        Ok(new)
    }

    /// All that was said of a family: of warnings and look-alikes the last word, of the rest everything by its day.
    pub(crate) fn remarks(&self, family: FamilyId) -> Result<Remarks> {
        let ledger: Vec<String> = self
            .db
            .prepare_cached("SELECT remark FROM remark WHERE family = ?1 ORDER BY id")
            .and_then(|mut select| select.query_map([family], |row| row.get(0))?.collect())
            .during("membaca keterangan")?;
        let mut remarks = Remarks::default();
        for json in ledger {
            match serde_json::from_str(&json).during("membaca keterangan")? {
                Remark::Kept(kept) => {
                    remarks.kept.retain(|known| (known.place, &known.fault) != (kept.place, &kept.fault));
                    remarks.kept.push(kept);
                }
                Remark::NotSame(other) => {
                    remarks.not_same.retain(|known| known.code != other.code);
                    remarks.not_same.push(other);
                }
                Remark::Happening(happening) => remarks.happenings.push(happening),
                Remark::Mark(mark) => remarks.marks.push(mark),
            }
        }
        remarks.happenings.sort_by_key(|happening| happening.on);
        remarks.marks.sort_by_key(|mark| mark.on);
        Ok(remarks)
    }
}
