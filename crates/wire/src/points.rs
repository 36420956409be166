//! `points.json`: where cards are collected.

use crate::version::Version;
use domain::{AreaCode, Code, Date, PointKind, Precision, TimeOfDay};
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
