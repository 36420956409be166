//! The families on the lists.

use super::{Office, Origin, Register, parsed};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Actor, AreaCode, Household, KkNumber, Nik, RegistrationCode, Rt, Rw};
use rusqlite::{OptionalExtension as _, Row};

/// The number of a family in the register.
pub(crate) type FamilyId = i64;

/// A family as it stands in the register.
#[derive(Clone, Debug)]
pub(crate) struct Family {
    pub(crate) id: FamilyId,
    pub(crate) origin: Origin,
    pub(crate) household: Household,
    /// Who entered the record as it stands; none: Dinas Sosial.
    pub(crate) entered_by: Option<Actor>,
    /// The same family, listed earlier.
    pub(crate) double_of: Option<FamilyId>,
}

const COLUMNS: &str = "id, area, rw, rt, household, double_of,
    (SELECT iif(office.rt IS NULL, 'rw', 'rt') FROM office WHERE office.id = family.entered_by)";

type Raw = (FamilyId, String, String, String, String, Option<FamilyId>, Option<String>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
}

fn family((id, area, rw, rt, household, double_of, entered_by): Raw) -> Result<Family> {
    let origin = Origin {
        area: parsed(&area, AreaCode::parse)?,
        rw: parsed(&rw, Rw::parse)?,
        rt: parsed(&rt, Rt::parse)?,
    };
    Ok(Family {
        id,
        origin,
        household: serde_json::from_str(&household).during("membaca keluarga")?,
        entered_by: entered_by.map(|code| parsed(&code, Actor::parse)).transpose()?,
        double_of,
    })
}

impl Register {
    /// Adds a family with its code; none of an office: from Dinas Sosial.
    pub(crate) fn add_family(
        &self,
        household: &Household,
        origin: &Origin,
        code: &RegistrationCode,
        by: Option<&Office>,
        double_of: Option<FamilyId>,
    ) -> Result<FamilyId> {
        let json = serde_json::to_string(household).during("menulis keluarga")?;
        let kk = household.kk.map(|kk| kk.to_string());
        let Origin { area, rw, rt } = origin;
        let office = by.map(|office| &office.id);
        let id = self
            .db
            .prepare_cached(
                "INSERT INTO family (kk, area, rw, rt, household, double_of, entered_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )
            .and_then(|mut insert| {
                insert.insert((kk, area.as_str(), rw.to_string(), rt.to_string(), json, double_of, office))
            })
            .during("menulis keluarga")?;
        self.add_code(id, code, by)?;
        self.index_niks(id, household)?;
        Ok(id)
    }

    /// Replaces what is known of a family, and keeps what was. Its codes and events stay.
    pub(crate) fn change_family(
        &self,
        id: FamilyId,
        household: &Household,
        by: Option<&Office>,
        now: &Moment,
    ) -> Result<()> {
        let json = serde_json::to_string(household).during("menulis keluarga")?;
        self.db
            .prepare_cached(
                "INSERT INTO former (family, household, entered_by, until)
                 SELECT id, household, entered_by, ?2 FROM family WHERE id = ?1",
            )
            .and_then(|mut insert| insert.execute((id, now.to_string())))
            .during("menulis keluarga")?;
        let kk = household.kk.map(|kk| kk.to_string());
        self.db
            .prepare_cached("UPDATE family SET kk = ?2, household = ?3, entered_by = ?4 WHERE id = ?1")
            .and_then(|mut update| update.execute((id, kk, json, by.map(|office| &office.id))))
            .during("menulis keluarga")?;
        self.db.execute("DELETE FROM nik WHERE family = ?1", [id]).during("menulis keluarga")?;
        self.index_niks(id, household)
    }

    /// Puts a family on the list of another RT.
    pub(crate) fn move_family(&self, id: FamilyId, to: &Origin) -> Result<()> {
        self.db
            .prepare_cached("UPDATE family SET area = ?2, rw = ?3, rt = ?4 WHERE id = ?1")
            .and_then(|mut update| {
                update.execute((id, to.area.as_str(), to.rw.to_string(), to.rt.to_string()))
            })
            .during("memindahkan keluarga")?;
        Ok(())
    }

    fn index_niks(&self, id: FamilyId, household: &Household) -> Result<()> {
        let mut insert =
            self.db.prepare_cached("INSERT OR IGNORE INTO nik VALUES (?1, ?2)").during("menulis keluarga")?;
        household
            .niks()
            .try_for_each(|nik| insert.execute((nik.to_string(), id)).map(drop))
            .during("menulis keluarga")
    }

    /// Every family, in the order of listing.
    pub(crate) fn families(&self) -> Result<Vec<Family>> {
        self.select("ORDER BY id", [])
    }

    /// The families that one RT listed.
    pub(crate) fn families_of(&self, origin: &Origin) -> Result<Vec<Family>> {
        let Origin { area, rw, rt } = origin;
        self.select(
            "WHERE area = ?1 AND rw = ?2 AND rt = ?3 ORDER BY id",
            (area.as_str(), rw.to_string(), rt.to_string()),
        )
    }

    /// The families with a KK number; more than one where it was listed twice.
    pub(crate) fn families_with_kk(&self, kk: &KkNumber) -> Result<Vec<Family>> {
        self.select("WHERE kk = ?1 ORDER BY id", [kk.to_string()])
    }

    /// The families in which a NIK stands.
    pub(crate) fn families_with_nik(&self, nik: &Nik) -> Result<Vec<Family>> {
        self.select("WHERE id IN (SELECT family FROM nik WHERE nik = ?1) ORDER BY id", [nik.to_string()])
    }

    /// The family that holds a code.
    pub(crate) fn family_with_code(&self, code: &RegistrationCode) -> Result<Option<Family>> {
        self.db
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM family WHERE id = (SELECT family FROM code WHERE code = ?1)"
            ))
            .and_then(|mut select| select.query_row([code.to_string()], raw).optional())
            .during("mencari keluarga")?
            .map(family)
            .transpose()
    }

    fn select(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Family>> {
        self.db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM family {condition}"))
            .and_then(|mut select| select.query_map(values, raw)?.collect::<rusqlite::Result<Vec<_>>>())
            .during("mencari keluarga")?
            .into_iter()
            .map(family)
            .collect()
    }
}
