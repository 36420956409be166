//! What heads of RT and RW say of families beside their records: a ledger in which what was struck out stays legible.

use super::{FamilyId, Office, Register, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{HouseholdChange, KeptWarning, Mark, NotDuplicate, RegistrationCode, Remarks};

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A warning that was looked at and stands.
    Kept(KeptWarning),
    /// Another family that is not this one.
    NotDuplicate(NotDuplicate),
    /// What happened to the family.
    HouseholdChange(HouseholdChange),
    /// What came of a call.
    Mark(Mark),
}

impl Remark {
    /// One by one.
    fn of(remarks: &Remarks) -> impl Iterator<Item = Self> {
        let kept = remarks.kept.iter().cloned().map(Self::Kept);
        let not_same = remarks.not_same.iter().cloned().map(Self::NotDuplicate);
        let happenings = remarks.happenings.iter().cloned().map(Self::HouseholdChange);
        let marks = remarks.marks.iter().cloned().map(Self::Mark);
        kept.chain(not_same).chain(happenings).chain(marks)
    }
}

impl Register {
    /// Puts what is said under a code in the place of what was said under it before; gives back what is new.
    pub fn hear(
        &self,
        code: &RegistrationCode,
        by: &Office,
        remarks: &Remarks,
        now: &Moment,
    ) -> Result<Vec<Remark>> {
        let (code, now) = (code.to_string(), now.to_string());
        let mut standing = self.said_under(&code)?;
        let mut new = Vec::new();
        for remark in Remark::of(remarks) {
            let json = stored::write(&remark, "menulis keterangan")?;
            if let Some(known) = standing.iter().position(|known| *known == json) {
                standing.swap_remove(known);
                continue;
            }
            self.db
                .prepare_cached(
                    "INSERT INTO remark (code, office, said_at, remark) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT DO UPDATE SET struck_at = NULL",
                )
                .and_then(|mut insert| insert.execute((&code, &by.id, &now, json)))
                .during("menulis keterangan")?;
            new.push(remark);
        }
        for struck in standing {
            self.db
                .prepare_cached("UPDATE remark SET struck_at = ?3 WHERE code = ?1 AND remark = ?2")
                .and_then(|mut update| update.execute((&code, struck, &now)))
                .during("menulis keterangan")?;
        }
        Ok(new)
    }

    fn said_under(&self, code: &str) -> Result<Vec<String>> {
        self.db
            .prepare_cached("SELECT remark FROM remark WHERE code = ?1 AND struck_at IS NULL")
            .and_then(|mut select| select.query_map([code], |row| row.get(0))?.collect())
            .during("membaca keterangan")
    }

    /// What is said of a family under all of its codes; happenings and marks by their day.
    pub fn remarks(&self, family: FamilyId) -> Result<Remarks> {
        let ledger: Vec<String> = self
            .db
            .prepare_cached(
                "SELECT DISTINCT remark FROM remark JOIN code ON code.code = remark.code
                 WHERE code.family = ?1 AND struck_at IS NULL ORDER BY remark.id",
            )
            .and_then(|mut select| select.query_map([family], |row| row.get(0))?.collect())
            .during("membaca keterangan")?;
        let mut remarks = Remarks::default();
        for json in ledger {
            match stored::read(&json, "membaca keterangan")? {
                Remark::Kept(kept) => remarks.kept.push(kept),
                Remark::NotDuplicate(other) => remarks.not_same.push(other),
                Remark::HouseholdChange(happening) => remarks.happenings.push(happening),
                Remark::Mark(mark) => remarks.marks.push(mark),
            }
        }
        remarks.happenings.sort_by_key(|happening| happening.on);
        remarks.marks.sort_by_key(|mark| mark.on);
        Ok(remarks)
    }
}
