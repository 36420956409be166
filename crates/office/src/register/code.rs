//! What families are called: a code each from the import and from every phone that lists them.

use super::{FamilyId, Office, Register, Scope, parsed};
use crate::fault::{During, Result};
use domain::RegistrationCode;

impl Register {
    /// Gives a family one more code; none of an office: from Dinas Sosial.
    pub fn add_code(&self, family: FamilyId, code: &RegistrationCode, by: Option<&Office>) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR IGNORE INTO code (code, family, office) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute((code.to_string(), family, by.map(|office| &office.id))))
            .during("menulis kode pendaftaran")?;
        Ok(())
    }

    /// The codes of a family, in a fixed order.
    pub fn codes(&self, family: FamilyId) -> Result<Vec<RegistrationCode>> {
        self.db
            .prepare_cached("SELECT code FROM code WHERE family = ?1 ORDER BY code")
            .and_then(|mut select| {
                select
                    .query_map([family], |row| row.get::<_, String>(0))?
                    .collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca kode pendaftaran")?
            .iter()
            .map(|text| parsed(text, RegistrationCode::parse))
            .collect()
    }

    /// The codes that the phones of one RT or RW gave, with their families, in a fixed order.
    pub fn codes_by(&self, scope: &Scope) -> Result<Vec<(RegistrationCode, FamilyId)>> {
        let Scope { area, rw, rt } = scope;
        self.db
            .prepare_cached(
                "SELECT code, family FROM code
                 WHERE office IN (SELECT id FROM office WHERE area = ?1 AND rw = ?2 AND rt IS ?3) ORDER BY code",
            )
            .and_then(|mut select| {
                select
                    .query_map((area.as_str(), rw.to_string(), rt.map(|rt| rt.to_string())), |row| {
                        Ok((row.get::<_, String>(0)?, row.get(1)?))
                    })?
                    .collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca kode pendaftaran")?
            .into_iter()
            .map(|(text, family)| Ok((parsed(&text, RegistrationCode::parse)?, family)))
            .collect()
    }

    /// Whether a code is from a phone of this RT or RW; those of Dinas Sosial pass for the RT's own.
    pub fn is_code_of(&self, code: &RegistrationCode, scope: &Scope) -> Result<bool> {
        let Scope { area, rw, rt } = scope;
        self.db
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM code LEFT JOIN office ON office.id = code.office
                     WHERE code.code = ?1
                     AND ((office.area, office.rw, office.rt) IS (?2, ?3, ?4) OR (code.office IS NULL AND ?4 IS NOT NULL)))",
            )
            .and_then(|mut select| {
                let rt = rt.map(|rt| rt.to_string());
                select.query_row((code.to_string(), area.as_str(), rw.to_string(), rt), |row| row.get(0))
            })
            .during("membaca kode pendaftaran")
    }

    /// Whether a phone of somebody else lists a family too, and has not taken it back.
    pub fn is_listed_beside(&self, family: FamilyId, scope: &Scope) -> Result<bool> {
        let Scope { area, rw, rt } = scope;
        self.db
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM code JOIN office ON office.id = code.office
                     WHERE code.family = ?1 AND (office.area, office.rw, office.rt) IS NOT (?2, ?3, ?4)
                     AND code.code NOT IN (SELECT code FROM taken_back))",
            )
            .and_then(|mut select| {
                let rt = rt.map(|rt| rt.to_string());
                select.query_row((family, area.as_str(), rw.to_string(), rt), |row| row.get(0))
            })
            .during("membaca kode pendaftaran")
    }

    /// Notes whether whoever gave a code takes it back.
    pub fn set_taken_back(&self, code: &RegistrationCode, taken_back: bool) -> Result<()> {
        let change = if taken_back {
            "INSERT OR IGNORE INTO taken_back VALUES (?1)"
        } else {
            "DELETE FROM taken_back WHERE code = ?1"
        };
        self.db
            .prepare_cached(change)
            .and_then(|mut statement| statement.execute([code.to_string()]))
            .during("mencatat penarikan")?;
        Ok(())
    }

    /// Whether whoever gave a code took it back.
    pub fn is_taken_back(&self, code: &RegistrationCode) -> Result<bool> {
        self.db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM taken_back WHERE code = ?1)")
            .and_then(|mut select| select.query_row([code.to_string()], |row| row.get(0)))
            .during("mencari penarikan")
    }
}
