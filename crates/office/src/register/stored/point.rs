//! A pickup point.

use super::{Kept, first, is_first};
use domain::{AreaCode, Code, Coordinate, Opening, PickupPoint, PointKind, Precision, TimeOfDay};
use serde::{Deserialize, Serialize};

/// [`domain::PickupPoint`] in the column `point.point`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredPoint {
    #[serde(default = "first", skip_serializing_if = "is_first")]
    v: u8,
    id: String,
    name: String,
    kind: Code<PointKind>,
    address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    area: Option<AreaCode>,
    lat: f64,
    lon: f64,
    precision: Code<Precision>,
    days: [bool; 7],
    from: TimeOfDay,
    to: TimeOfDay,
    capacity: u16,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    example: bool,
}

impl Kept for PickupPoint {
    type Stored = StoredPoint;

    fn store(&self) -> StoredPoint {
        let Self { id, name, kind, address, area, at, precision, opening, capacity, example } = self.clone();
        let Coordinate { lat, lon } = at;
        let Opening { days, from, to } = opening;
        StoredPoint {
            v: first(),
            id,
            name,
            kind,
            address,
            area,
            lat,
            lon,
            precision,
            days,
            from,
            to,
            capacity,
            example,
        }
    }

    fn restore(stored: StoredPoint) -> Option<Self> {
        let StoredPoint {
            v,
            id,
            name,
            kind,
            address,
            area,
            lat,
            lon,
            precision,
            days,
            from,
            to,
            capacity,
            example,
        } = stored;
        let opening = Opening { days, from, to };
        let at = Coordinate::new(lat, lon).filter(|_| v == first())?;
        Some(Self { id, name, kind, address, area, at, precision, opening, capacity, example })
    }
}
