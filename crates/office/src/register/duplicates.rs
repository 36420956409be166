//! Which entries share a number, and which stand for others.

use super::{Family, FamilyId, Origin, Register, Scope};
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

    /// The families of other RT that an RT or RW lists too, by their KK numbers, with the RT of each.
    pub fn contested_by(&self, scope: &Scope) -> Result<Vec<(FamilyId, Origin)>> {
        let Scope { area, rw, rt } = scope;
        let ids: Vec<FamilyId> = self
            .db
            .prepare_cached(
                "SELECT DISTINCT other.id FROM office JOIN code ON code.office = office.id
                 JOIN family AS own ON own.id = code.family JOIN family AS other ON other.kk = own.kk
                 WHERE (office.area, office.rw, office.rt) IS (?1, ?2, ?3) AND other.id <> own.id",
            )
            .and_then(|mut select| {
                let given = (area.as_str(), rw.to_string(), rt.map(|rt| rt.to_string()));
                select.query_map(given, |row| row.get(0))?.collect()
            })
            .during("mencari data ganda")?;
        let mut contested = Vec::new();
        for id in ids {
            let origin = self.family(id)?.map(|family| family.origin);
            contested.extend(origin.filter(|origin| !scope.covers(origin)).map(|origin| (id, origin)));
        }
        Ok(contested)
    }

    /// Of several families with the same numbers, the one that has the aid: whoever lists its numbers elsewhere holds up none of its
    /// money. All of them where it is not one.
    pub fn recipient_of(&self, families: Vec<Family>) -> Result<Vec<Family>> {
        if families.len() < 2 {
            return Ok(families);
        }
        let mut with_aid = Vec::new();
        for family in &families {
            if self.history(family.id)?.has_aid() {
                with_aid.push(family.clone());
            }
        }
        Ok(if with_aid.len() == 1 { with_aid } else { families })
    }

    /// The entry that stands for another, also where that one's record cannot be read.
    pub fn stands_for(&self, id: FamilyId) -> Result<Option<FamilyId>> {
        self.db
            .prepare_cached("SELECT double_of FROM family WHERE id = ?1")
            .and_then(|mut select| select.query_row([id], |row| row.get(0)))
            .during("mencari data ganda")
    }

    /// The entries that another entry stands for.
    pub fn doubles(&self) -> Result<Vec<FamilyId>> {
        self.db
            .prepare_cached(
                "SELECT id FROM family WHERE double_of IS NOT NULL AND household <> '' ORDER BY id",
            )
            .and_then(|mut select| select.query_map([], |row| row.get(0))?.collect())
            .during("mencari data ganda")
    }
}
