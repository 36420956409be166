//! All numbers of the city in their order, to be laid beside those of another list in one pass.

use super::family::number;
use super::{FamilyId, Register, stored};
use crate::fault::{During, Result, if_readable};
use domain::{AreaCode, Household, KkNumber};
use rayon::prelude::*;

/// As many families as are in the memory at once.
const STEP: usize = 8192;

impl Register {
    /// Every NIK with a family that it stands in, by the number.
    pub fn each_nik(&self, each: impl FnMut(i64, FamilyId)) -> Result<()> {
        self.each_number("SELECT nik, family FROM nik ORDER BY nik, family", each)
    }

    /// Every KK number with a family that has it, by the number.
    pub fn each_kk(&self, mut each: impl FnMut(i64, FamilyId)) -> Result<()> {
        let mut select = self
            .db
            .prepare_cached("SELECT kk, id FROM family WHERE kk IS NOT NULL ORDER BY kk, id")
            .during("mencari nomor KK")?;
        let mut rows = select.query([]).during("mencari nomor KK")?;
        while let Some(row) = rows.next().during("mencari nomor KK")? {
            let kk = row.get_ref(0).ok().and_then(|kk| kk.as_str().ok()).unwrap_or_default();
            let id = row.get(1).during("mencari nomor KK")?;
            if let Ok(kk) = KkNumber::parse(kk) {
                each(number(kk.digits()), id);
            }
        }
        Ok(())
    }

    fn each_number(&self, select: &str, mut each: impl FnMut(i64, FamilyId)) -> Result<()> {
        let mut select = self.db.prepare_cached(select).during("mencari NIK")?;
        let mut rows = select.query([]).during("mencari NIK")?;
        while let Some(row) = rows.next().during("mencari NIK")? {
            let (number, family) =
                row.get(0).and_then(|number| Ok((number, row.get(1)?))).during("mencari NIK")?;
            each(number, family);
        }
        Ok(())
    }

    /// What `of` makes of every family, from its record and the kelurahan that lists it; on all cores.
    pub fn each_household<T: Send>(
        &self,
        of: impl Fn(FamilyId, &AreaCode, &Household) -> Vec<T> + Sync,
    ) -> Result<Vec<T>> {
        let mut select = self
            .db
            .prepare_cached("SELECT id, area, household FROM family WHERE household <> '' ORDER BY id")
            .during("membaca keluarga")?;
        let mut rows = select
            .query_map([], |row| {
                Ok((row.get::<_, FamilyId>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })
            .during("membaca keluarga")?;
        let mut made = Vec::new();
        loop {
            let step: Vec<_> =
                rows.by_ref().take(STEP).collect::<rusqlite::Result<_>>().during("membaca keluarga")?;
            if step.is_empty() {
                return Ok(made);
            }
            let read = |(id, area, json): &(FamilyId, String, String)| -> Result<Vec<T>> {
                let area = super::parsed(area, AreaCode::parse)?;
                // A record that cannot be read is named where all families are looked at.
                let household = if_readable(stored::read::<Household>(json, "membaca keluarga"))?;
                Ok(household.map(|household| of(*id, &area, &household)).unwrap_or_default())
            };
            let step: Vec<Vec<T>> = step.par_iter().map(read).collect::<Result<_>>()?;
            made.extend(step.into_iter().flatten());
        }
    }
}
