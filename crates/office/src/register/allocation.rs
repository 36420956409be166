//! Where families collect, and who asked for another point.

use super::{FamilyId, Register, Remark, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::mark::Absence;
use std::collections::BTreeMap;

/// Where a family collects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    pub family: FamilyId,
    pub point: String,
    pub metres: u32,
}

impl Register {
    /// Hands over where every family collects, in the order of the families.
    pub fn each_allocation(&self, mut each: impl FnMut(Allocation)) -> Result<()> {
        let mut select = self
            .db
            .prepare_cached("SELECT family, point, metres FROM allocation ORDER BY family")
            .during("membaca pembagian titik")?;
        let rows = select
            .query_map([], |row| {
                Ok(Allocation { family: row.get(0)?, point: row.get(1)?, metres: row.get(2)? })
            })
            .during("membaca pembagian titik")?;
        for row in rows {
            each(row.during("membaca pembagian titik")?);
        }
        Ok(())
    }

    /// Finding where a family collects.
    pub fn allocate(&self, family: FamilyId, point: &str, metres: u32) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR REPLACE INTO allocation VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute((family, point, metres)))
            .during("menulis pembagian titik")?;
        Ok(())
    }

    /// Finding that a family collects nowhere.
    pub fn deallocate(&self, family: FamilyId) -> Result<()> {
        self.db
            .prepare_cached("DELETE FROM allocation WHERE family = ?1")
            .and_then(|mut delete| delete.execute([family]))
            .during("menulis pembagian titik")?;
        Ok(())
    }

    /// Notes that a family asks for a nearer point; none: whichever is nearest. What it asked for before is forgotten.
    pub fn request(&self, family: FamilyId, point: Option<&str>, now: &Moment) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR REPLACE INTO request VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute((family, point, now.to_string())))
            .during("mencatat permintaan")?;
        Ok(())
    }

    /// The families that ask for a nearer point, themselves or by their RT (`terlalu-jauh`), and for which.
    pub fn requests(&self) -> Result<BTreeMap<FamilyId, Option<String>>> {
        let marks: Vec<(FamilyId, String)> = self
            .db
            .prepare_cached(
                "SELECT code.family, remark.remark FROM remark JOIN code ON code.code = remark.code
                 WHERE remark.struck_at IS NULL",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca keterangan")?;
        let mut requests = BTreeMap::new();
        for (family, json) in marks {
            let remark = stored::read(&json, "membaca keterangan")?;
            if matches!(remark, Remark::Mark(mark) if mark.absence == Some(Absence::TooFar)) {
                requests.insert(family, None);
            }
        }
        let asked: Vec<(FamilyId, Option<String>)> = self
            .db
            .prepare_cached("SELECT family, point FROM request")
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca permintaan")?;
        requests.extend(asked);
        Ok(requests)
    }
}
