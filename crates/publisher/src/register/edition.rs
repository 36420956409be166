//! The lists that came in envelopes, each version whole.

use super::{Origin, Register, parsed};
use crate::fault::{During, Result};
use domain::{AreaCode, Rt, Rw};

impl Register {
    /// Lists of an RT that arrived between 23.00 and 04.00 and brought in at least so many families.
    pub(crate) fn lists_of_the_night(&self, least: u32) -> Result<Vec<(Origin, u32)>> {
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
