//! Entries of one family under different numbers, as people found them.

use super::{Family, FamilyId, Origin, Register, parsed, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{AreaCode, Household, KkNumber, Rt, Rw};

const DOING: &str = "mencari nomor lama";
/// The KK number of an earlier record, as the index has it.
const FORMER_KK: &str = "iif(json_valid(household), household ->> 'kk', NULL)";

impl Register {
    /// Gives a family the record of the entry that another list has of it, and its place; what was, is kept.
    pub fn carry_on(
        &self,
        family: &Family,
        entry: &Family,
        household: &Household,
        now: &Moment,
    ) -> Result<()> {
        self.change_family(family, household, None, now)?;
        self.db
            .prepare_cached(
                "UPDATE family SET (area, rw, rt, entered_by) =
                 (SELECT area, rw, rt, entered_by FROM family WHERE id = ?2) WHERE id = ?1",
            )
            .and_then(|mut update| update.execute((family.id, entry.id)))
            .during("menulis keluarga")?;
        Ok(())
    }

    /// Notes that a person found an entry to be the same family as another, which stands for it and for all that it stood for; none:
    /// that it is not.
    pub fn found_same(&self, entry: FamilyId, stands: Option<FamilyId>) -> Result<()> {
        if let Some(stands) = stands {
            self.db
                .prepare_cached("UPDATE family SET double_of = ?2 WHERE double_of = ?1")
                .and_then(|mut update| update.execute((entry, stands)))
                .during("menulis keluarga")?;
        }
        self.db
            .prepare_cached("UPDATE family SET double_of = ?2, found_same = ?2 IS NOT NULL WHERE id = ?1")
            .and_then(|mut update| update.execute((entry, stands)))
            .during("menulis keluarga")?;
        Ok(())
    }

    /// The entries that people found to be another family's, each with the one that stands for it.
    pub fn all_found_same(&self) -> Result<Vec<(FamilyId, FamilyId)>> {
        self.db
            .prepare_cached(
                "SELECT id, double_of FROM family WHERE found_same AND double_of IS NOT NULL ORDER BY id",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("mencari data ganda")
    }

    /// The entry that stands for this one because a person found them to be one family.
    pub fn goes_on_as(&self, entry: &Family) -> Result<Option<Family>> {
        let is_found: bool = self
            .db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM family WHERE id = ?1 AND found_same)")
            .and_then(|mut select| select.query_row([entry.id], |row| row.get(0)))
            .during("mencari data ganda")?;
        match entry.duplicate_of.filter(|_| is_found) {
            Some(stands) => self.family(stands),
            None => Ok(None),
        }
    }

    /// The families with a KK number, or else those that had it.
    pub fn families_known_by_kk(&self, kk: &KkNumber) -> Result<Vec<Family>> {
        let families = self.families_with_kk(kk)?;
        if families.is_empty() { self.families_that_had_kk(kk) } else { Ok(families) }
    }

    /// The families that had a KK number before.
    pub fn families_that_had_kk(&self, kk: &KkNumber) -> Result<Vec<Family>> {
        let condition = format!("id IN (SELECT family FROM former WHERE {FORMER_KK} = ?1) ORDER BY id");
        self.select(&condition, [kk.to_string()])
    }

    /// What the record of a family was before each change, oldest first, and in which RT; none: an earlier version did not note it.
    pub fn previous_places(&self, family: FamilyId) -> Result<Vec<(Household, Option<Origin>)>> {
        type Place = (Option<String>, Option<String>, Option<String>);
        let rows: Vec<(String, Place)> = self
            .db
            .prepare_cached("SELECT household, area, rw, rt FROM former WHERE family = ?1 ORDER BY id")
            .and_then(|mut select| {
                let row =
                    |row: &rusqlite::Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?)));
                select.query_map([family], row)?.collect()
            })
            .during(DOING)?;
        rows.into_iter()
            .map(|(household, place)| {
                let origin = match place {
                    (Some(area), Some(rw), Some(rt)) => Some(Origin {
                        area: parsed(&area, AreaCode::parse)?,
                        rw: parsed(&rw, Rw::parse)?,
                        rt: parsed(&rt, Rt::parse)?,
                    }),
                    _ => None,
                };
                Ok((stored::read(&household, DOING)?, origin))
            })
            .collect()
    }
}
