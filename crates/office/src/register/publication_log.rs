//! When which publication came out.

use super::Register;
use crate::clock::Moment;
use crate::fault::{During, Result};
use domain::Date;
use rusqlite::OptionalExtension as _;

/// The setting of a publication is this and its serial, ten digits long, so that they stand in their order.
const KEY: &str = "published-";

impl Register {
    /// Writes down that it lies in its place.
    ///
    /// # Errors
    /// The register cannot be written.
    pub fn note_publication(&self, serial: u32, now: &Moment) -> Result<()> {
        self.set(&format!("{KEY}{serial:010}"), &now.to_string())
    }

    /// The last publication up to the end of a day: its serial, and the local time that its command was told.
    ///
    /// # Errors
    /// The register cannot be read.
    pub fn published_on(&self, day: Date) -> Result<Option<(u32, String)>> {
        self.db
            .query_row(
                "SELECT CAST(substr(key, length(?1) + 1) AS INTEGER), value FROM setting
                 WHERE key LIKE ?1 || '%' AND substr(value, 1, 10) <= ?2 ORDER BY key DESC LIMIT 1",
                (KEY, day.to_string()),
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()
            .during("membaca terbitan")
    }
}
