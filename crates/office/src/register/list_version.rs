//! The lists that came in envelopes, each version whole.

use super::{Origin, Register, SourceId, parsed};
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::{AreaCode, RegistrationCode, Rt, Rw};
use std::collections::HashSet;

impl Register {
    /// Keeps a list as it came; one that is kept already stays as it is.
    pub fn keep_list_version(
        &self,
        source: SourceId,
        office: &str,
        edition: u32,
        arrived_at: Option<&Moment>,
        list: &str,
    ) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR IGNORE INTO edition VALUES (?1, ?2, ?3, ?4, ?5)")
            .and_then(|mut insert| {
                insert.execute((source, office, edition, arrived_at.map(Moment::to_string), list))
            })
            .during("menyimpan daftar")?;
        Ok(())
    }

    /// The codes on the last list of each phone that may still send one.
    pub fn codes_on_phones(&self) -> Result<HashSet<RegistrationCode>> {
        let doing = "membaca daftar";
        let mut select = self
            .db
            .prepare(
                "SELECT listed.value ->> 'code' FROM (
                     SELECT list, max(edition.edition) FROM edition JOIN office ON office.id = edition.office
                     WHERE revoked_on IS NULL AND json_valid(list) GROUP BY edition.office
                 ), json_each(list, '$.households') AS listed",
            )
            .during(doing)?;
        let codes = select.query_map([], |row| row.get::<_, Option<String>>(0)).during(doing)?;
        let mut found = HashSet::new();
        for code in codes {
            found.extend(code.during(doing)?.and_then(|code| RegistrationCode::parse(&code).ok()));
        }
        Ok(found)
    }

    /// Number and arrival of every list that is kept, in the order in which they were taken in.
    pub fn list_versions(&self) -> Result<Vec<(u32, Option<String>)>> {
        self.db
            .prepare("SELECT edition, arrived_at FROM edition ORDER BY source")
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca daftar")
    }

    /// Lists of an RT that arrived between 23.00 and 04.00 and brought in at least so many families.
    pub fn lists_of_the_night(&self, least: u32) -> Result<Vec<(Origin, u32)>> {
        let rows: Vec<(String, String, String, u32)> = self
            .db
            .prepare_cached(
                "SELECT family.area, family.rw, family.rt, count(*) AS families
                 FROM edition JOIN family ON family.source = edition.source
                 WHERE substr(edition.arrived_at, 12, 2) IN ('23', '00', '01', '02', '03')
                 GROUP BY edition.source, family.area, family.rw, family.rt HAVING families >= ?1",
            )
            .and_then(|mut select| {
                let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
                select.query_map([least], row)?.collect()
            })
            .during("membaca daftar")?;
        rows.into_iter()
            .map(|(area, rw, rt, families)| {
                let origin = Origin {
                    area: parsed(&area, AreaCode::parse)?,
                    rw: parsed(&rw, Rw::parse)?,
                    rt: parsed(&rt, Rt::parse)?,
                };
                Ok((origin, families))
            })
            .collect()
    }
}
