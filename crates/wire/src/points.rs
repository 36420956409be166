//! `points.json`: where cards are collected.

use crate::version::Version;
use domain::{AreaCode, Code, Coordinate, Date, Opening, PickupPoint, PointKind, Precision, TimeOfDay};
use serde::{Deserialize, Serialize};

/// The distribution points and Bank DKI locations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Points {
    /// Version of the API.
    pub version: Version<1>,
    /// The day up to which the list is known to hold.
    pub dated: Date,
    /// In the order of their ids.
    pub points: Vec<PickupPointDto>,
}

/// A distribution point or Bank DKI location.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PickupPoint"))]
pub struct PickupPointDto {
    /// Stable short id, e.g. `SDN-ULJ-01`.
    pub id: String,
    /// Name on the door.
    pub name: String,
    /// What stands there.
    pub kind: Code<PointKind>,
    /// Street, number, landmark.
    pub address: String,
    /// Kelurahan it stands in, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaCode>,
    /// Latitude in WGS 84, south negative.
    pub lat: f64,
    /// Longitude in WGS 84, east positive.
    pub lon: f64,
    /// How exact the coordinates are.
    pub precision: Code<Precision>,
    /// The days on which it is open, Monday to Sunday.
    pub days: [bool; 7],
    /// From this hour …
    pub from: TimeOfDay,
    /// … to this one.
    pub to: TimeOfDay,
    /// Families a day, at most 500 (Pemprov DKI, January 2021).
    pub capacity: u16,
    /// Made up for a demonstration: shown as an example, never as a fact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

impl From<&PickupPoint> for PickupPointDto {
    fn from(point: &PickupPoint) -> Self {
        let PickupPoint { id, name, kind, address, area, at, precision, opening, capacity, example } = point;
        let Opening { days, from, to } = opening;
        Self {
            id: id.clone(),
            name: name.clone(),
            kind: kind.clone(),
            address: address.clone(),
            area: area.clone(),
            lat: at.lat,
            lon: at.lon,
            precision: precision.clone(),
            days: *days,
            from: *from,
            to: *to,
            capacity: *capacity,
            example: *example,
        }
    }
}

impl PickupPointDto {
    /// The point; `None` where its coordinates are none.
    pub fn read(&self) -> Option<PickupPoint> {
        Some(PickupPoint {
            id: self.id.clone(),
            name: self.name.clone(),
            kind: self.kind.clone(),
            address: self.address.clone(),
            area: self.area.clone(),
            at: Coordinate::new(self.lat, self.lon)?,
            precision: self.precision.clone(),
            opening: Opening { days: self.days, from: self.from, to: self.to },
            capacity: self.capacity,
            example: self.example,
        })
    }
}
