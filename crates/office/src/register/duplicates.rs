//! Which entries share a number, and which stand for others.

use super::{FamilyId, Register};
use crate::fault::{During, Result};

impl Register {
    /// The entries that share a KK number, in the order of listing.
    pub fn with_the_same_kk(&self) -> Result<Vec<Vec<FamilyId>>> {
        let rows: Vec<(String, FamilyId)> = self
            .db
            .prepare_cached(
                "SELECT kk, id FROM family
                 WHERE kk IN (SELECT kk FROM family WHERE kk IS NOT NULL GROUP BY kk HAVING count(*) > 1)
                 ORDER BY kk, id",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("mencari data ganda")?;
        Ok(rows
            .chunk_by(|(a, _), (b, _)| a == b)
            .map(|same| same.iter().map(|(_, id)| *id).collect())
            .collect())
    }

    /// The entries that share the NIK of a member, with the NIK.
    pub fn with_the_same_nik(&self) -> Result<Vec<(i64, Vec<FamilyId>)>> {
        let rows: Vec<(i64, FamilyId)> = self
            .db
            .prepare_cached(
                "SELECT nik, family FROM nik
                 WHERE nik IN (SELECT nik FROM nik GROUP BY nik HAVING count(*) > 1) ORDER BY nik, family",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("mencari NIK ganda")?;
        let groups = rows.chunk_by(|(a, _), (b, _)| a == b);
        Ok(groups
            .filter_map(|same| Some((same.first()?.0, same.iter().map(|(_, id)| *id).collect())))
            .collect())
    }

    /// The entries that another entry stands for.
    pub fn doubles(&self) -> Result<Vec<FamilyId>> {
        self.db
            .prepare_cached("SELECT id FROM family WHERE double_of IS NOT NULL ORDER BY id")
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .during("mencari data ganda")
    }
}
