//! The points of the distribution.

use super::Register;
use crate::fault::{During, Result};
use domain::PickupPoint;

impl Register {
    /// Replaces the list of points.
    pub(crate) fn set_points(&self, points: &[PickupPoint]) -> Result<()> {
        self.db.execute("DELETE FROM point", []).during("menulis titik")?;
        let mut insert =
            self.db.prepare_cached("INSERT INTO point VALUES (?1, ?2)").during("menulis titik")?;
        for point in points {
            let json = serde_json::to_string(point).during("menulis titik")?;
            insert.execute((&point.id, json)).during("menulis titik")?;
        }
        Ok(())
    }

    /// The list of points, in the order of their ids.
    pub(crate) fn points(&self) -> Result<Vec<PickupPoint>> {
        self.db
            .prepare_cached("SELECT point FROM point ORDER BY id")
            .and_then(|mut select| {
                select.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()
            })
            .during("membaca titik")?
            .iter()
            .map(|json| serde_json::from_str(json).during("membaca titik"))
            .collect()
    }
}
