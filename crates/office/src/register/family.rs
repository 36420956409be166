//! The families on the lists.

use super::{Line, Office, Origin, Register, parsed, stored};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{Actor, AreaCode, Household, KkNumber, Nik, RegistrationCode, Rt, Rw, Sixteen};
use rusqlite::{OptionalExtension as _, Row};

/// The number of a family in the register.
pub type FamilyId = i64;

/// A family as it stands in the register.
#[derive(Clone, Debug)]
pub struct Family {
    /// Its number in the register.
    pub id: FamilyId,
    /// The RT that listed it.
    pub origin: Origin,
    /// Its record as it stands.
    pub household: Household,
    /// Who entered the record as it stands; none: Dinas Sosial.
    pub entered_by: Option<Actor>,
    /// The entry that stands for this one: the same family, listed twice.
    pub duplicate_of: Option<FamilyId>,
    /// The row that it was first listed in.
    pub line: Option<Line>,
}

impl Family {
    /// Whether this entry stands, and is no duplicate of another.
    pub fn stands(&self) -> bool {
        self.duplicate_of.is_none()
    }
}

/// Which families are left, as a condition of SQL: those that were not erased.
const IS_THERE: &str = "household <> ''";

const COLUMNS: &str = "id, area, rw, rt, household, double_of, source, line,
    (SELECT iif(office.rt IS NULL, 'rw', 'rt') FROM office WHERE office.id = family.entered_by)";

/// A family as its row has it.
pub(super) struct Raw {
    pub(super) id: FamilyId,
    area: String,
    rw: String,
    rt: String,
    household: String,
    double_of: Option<FamilyId>,
    line: Option<Line>,
    entered_by: Option<String>,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let line = |source: Option<_>, line: Option<_>| Some(Line { source: source?, line: line? });
    Ok(Raw {
        id: row.get(0)?,
        area: row.get(1)?,
        rw: row.get(2)?,
        rt: row.get(3)?,
        household: row.get(4)?,
        double_of: row.get(5)?,
        line: line(row.get(6)?, row.get(7)?),
        entered_by: row.get(8)?,
    })
}

/// Reads a row.
pub(super) fn family(raw: Raw) -> Result<Family> {
    Ok(Family {
        id: raw.id,
        origin: Origin {
            area: parsed(&raw.area, AreaCode::parse)?,
            rw: parsed(&raw.rw, Rw::parse)?,
            rt: parsed(&raw.rt, Rt::parse)?,
        },
        household: stored::read(&raw.household, "membaca keluarga")?,
        entered_by: raw.entered_by.map(|code| parsed(&code, Actor::parse)).transpose()?,
        duplicate_of: raw.double_of,
        line: raw.line,
    })
}

/// Sixteen digits as the number that they make.
pub fn number(digits: &Sixteen) -> i64 {
    i64::from(digits.number(0, 8)) * 100_000_000 + i64::from(digits.number(8, 8))
}

impl Register {
    /// Adds a family with its code; none of an office: from Dinas Sosial.
    pub fn add_family(
        &self,
        household: &Household,
        origin: &Origin,
        code: &RegistrationCode,
        by: Option<&Office>,
        double_of: Option<FamilyId>,
        line: Option<Line>,
    ) -> Result<FamilyId> {
        let json = stored::write(household, "menulis keluarga")?;
        let kk = household.kk.map(|kk| kk.to_string());
        let Origin { area, rw, rt } = origin;
        let office = by.map(|office| &office.id);
        let id = self
            .db
            .prepare_cached(
                "INSERT INTO family (kk, area, rw, rt, household, double_of, entered_by, source, line)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )
            .and_then(|mut insert| {
                let (source, line) = (line.map(|line| line.source), line.map(|line| line.line));
                insert.insert((
                    kk,
                    area.as_str(),
                    rw.to_string(),
                    rt.to_string(),
                    json,
                    double_of,
                    office,
                    source,
                    line,
                ))
            })
            .during("menulis keluarga")?;
        self.add_code(id, code, by)?;
        self.index_niks(id, household)?;
        Ok(id)
    }

    /// Replaces what is known of a family, and keeps what was. Its codes and events stay.
    pub fn change_family(
        &self,
        family: &Family,
        household: &Household,
        by: Option<&Office>,
        now: &Moment,
    ) -> Result<()> {
        let id = family.id;
        let json = stored::write(household, "menulis keluarga")?;
        self.forget_niks(family)?;
        self.db
            .prepare_cached(
                "INSERT INTO former (family, household, entered_by, until, area, rw, rt)
                 SELECT id, household, entered_by, ?2, area, rw, rt FROM family WHERE id = ?1",
            )
            .and_then(|mut insert| insert.execute((id, now.to_string())))
            .during("menulis keluarga")?;
        let kk = household.kk.map(|kk| kk.to_string());
        self.db
            .prepare_cached("UPDATE family SET kk = ?2, household = ?3, entered_by = ?4 WHERE id = ?1")
            .and_then(|mut update| update.execute((id, kk, json, by.map(|office| &office.id))))
            .during("menulis keluarga")?;
        self.index_niks(id, household)
    }

    /// Puts a family on the list of another RT.
    pub fn move_family(&self, id: FamilyId, to: &Origin) -> Result<()> {
        self.db
            .prepare_cached("UPDATE family SET area = ?2, rw = ?3, rt = ?4 WHERE id = ?1")
            .and_then(|mut update| {
                update.execute((id, to.area.as_str(), to.rw.to_string(), to.rt.to_string()))
            })
            .during("memindahkan keluarga")?;
        Ok(())
    }

    /// Finding which family stands for this one; none: it stands itself.
    pub fn point_to(&self, id: FamilyId, stands: Option<FamilyId>) -> Result<()> {
        self.db
            .prepare_cached(
                "UPDATE family SET double_of = ?2, found_same = found_same AND ?2 IS NOT NULL WHERE id = ?1",
            )
            .and_then(|mut update| update.execute((id, stands)))
            .during("menulis keluarga")?;
        Ok(())
    }

    fn index_niks(&self, id: FamilyId, household: &Household) -> Result<()> {
        let mut insert =
            self.db.prepare_cached("INSERT OR IGNORE INTO nik VALUES (?1, ?2)").during("menulis keluarga")?;
        household
            .niks()
            .try_for_each(|nik| insert.execute((number(nik.digits()), id)).map(drop))
            .during("menulis keluarga")
    }

    fn forget_niks(&self, family: &Family) -> Result<()> {
        let mut delete = self
            .db
            .prepare_cached("DELETE FROM nik WHERE nik = ?1 AND family = ?2")
            .during("menulis keluarga")?;
        family
            .household
            .niks()
            .try_for_each(|nik| delete.execute((number(nik.digits()), family.id)).map(drop))
            .during("menulis keluarga")
    }

    /// A family by its number.
    pub fn family(&self, id: FamilyId) -> Result<Option<Family>> {
        Ok(self.select("id = ?1", [id])?.pop())
    }

    /// The entry that stands for a family: another one, where it is a duplicate.
    pub fn standing(&self, family: Family) -> Result<Family> {
        let stands = family.duplicate_of.map(|id| self.family(id)).transpose()?.flatten();
        Ok(stands.unwrap_or(family))
    }

    /// The families that one RT listed.
    pub fn families_of(&self, origin: &Origin) -> Result<Vec<Family>> {
        let Origin { area, rw, rt } = origin;
        self.select(
            "area = ?1 AND rw = ?2 AND rt = ?3 ORDER BY id",
            (area.as_str(), rw.to_string(), rt.to_string()),
        )
    }

    /// How many families one RT listed, but for those that point to another entry.
    pub fn count_of(&self, origin: &Origin) -> Result<usize> {
        let Origin { area, rw, rt } = origin;
        let count: i64 = self
            .db
            .prepare_cached(
                "SELECT count(*) FROM family WHERE area = ?1 AND rw = ?2 AND rt = ?3 AND double_of IS NULL",
            )
            .and_then(|mut select| {
                select.query_row((area.as_str(), rw.to_string(), rt.to_string()), |row| row.get(0))
            })
            .during("mencari keluarga")?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The families with a KK number; more than one where it was listed twice.
    pub fn families_with_kk(&self, kk: &KkNumber) -> Result<Vec<Family>> {
        self.select("kk = ?1 ORDER BY id", [kk.to_string()])
    }

    /// The families in which a NIK stands.
    pub fn families_with_nik(&self, nik: &Nik) -> Result<Vec<Family>> {
        self.select("id IN (SELECT family FROM nik WHERE nik = ?1) ORDER BY id", [number(nik.digits())])
    }

    /// The family that holds a code.
    pub fn family_with_code(&self, code: &RegistrationCode) -> Result<Option<Family>> {
        self.db
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM family WHERE id = (SELECT family FROM code WHERE code = ?1)"
            ))
            .and_then(|mut select| select.query_row([code.to_string()], raw).optional())
            .during("mencari keluarga")?
            .map(family)
            .transpose()
    }

    pub(super) fn select(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Family>> {
        self.raw_families(condition, values)?.into_iter().map(family).collect()
    }

    /// The rows of families that were not erased.
    pub(super) fn raw_families(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Raw>> {
        self.db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM family WHERE {IS_THERE} AND {condition}"))
            .and_then(|mut select| select.query_map(values, raw)?.collect())
            .during("mencari keluarga")
    }
}
