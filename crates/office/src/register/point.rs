//! The points of the distribution.

use super::{Register, parsed, stored};
use crate::fault::{During, Result};
use domain::{AreaCode, Date, PickupPoint};
use std::collections::BTreeMap;

/// The setting that says of which day the list is.
const DATED: &str = "points-dated";

impl Register {
    /// Replaces the list of points with one of this day.
    pub fn set_points(&self, points: &[PickupPoint], dated: Date) -> Result<()> {
        self.set(DATED, &dated.to_string())?;
        self.db.execute("DELETE FROM point", []).during("menulis titik")?;
        let mut insert =
            self.db.prepare_cached("INSERT INTO point VALUES (?1, ?2)").during("menulis titik")?;
        for point in points {
            let json = stored::write(point, "menulis titik")?;
            insert.execute((&point.id, json)).during("menulis titik")?;
        }
        Ok(())
    }

    /// How many families collect at a point that is on the list no more.
    pub fn without_their_point(&self) -> Result<usize> {
        let count: i64 = self
            .db
            .query_row(
                "SELECT count(*) FROM allocation WHERE point NOT IN (SELECT id FROM point)",
                [],
                |row| row.get(0),
            )
            .during("membaca titik")?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The day of the list of points; none where there was never one.
    pub fn points_dated(&self) -> Result<Option<Date>> {
        self.get(DATED)?.map(|day| parsed(&day, Date::parse)).transpose()
    }

    /// The list of points, in the order of their ids.
    pub fn points(&self) -> Result<Vec<PickupPoint>> {
        self.db
            .prepare_cached("SELECT point FROM point ORDER BY id")
            .and_then(|mut select| {
                select.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca titik")?
            .iter()
            .map(|json| {
                let mut point: PickupPoint = stored::read(json, "membaca titik")?;
                point.limit();
                Ok(point)
            })
            .collect()
    }

    /// How far the families of each kelurahan have to their points, on average, in metres.
    pub fn mean_distances(&self) -> Result<BTreeMap<AreaCode, u32>> {
        let rows: Vec<(String, f64)> = self
            .db
            .prepare_cached(
                "SELECT family.area, avg(allocation.metres)
                 FROM allocation JOIN family ON family.id = allocation.family GROUP BY family.area",
            )
            .and_then(|mut select| select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
            .during("membaca pembagian titik")?;
        rows.into_iter()
            .map(|(area, metres)| Ok((parsed(&area, AreaCode::parse)?, rounded(metres))))
            .collect()
    }
}

/// Metres as people say them.
#[expect(
    clippy::as_conversions,
    reason = "a distance in Jakarta is far below the bounds, and a cast saturates"
)]
fn rounded(metres: f64) -> u32 {
    metres.round() as u32
}
