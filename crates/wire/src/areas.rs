//! `areas.json`: the areas of government.

use crate::version::Version;
use domain::{AreaCode, Coordinate};
use serde::{Deserialize, Serialize};

/// Every city, kecamatan and kelurahan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Areas {
    /// Version of the API.
    pub version: Version<1>,
    /// In the order of their codes.
    pub areas: Vec<Area>,
}

/// One area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Area {
    /// Kemendagri code.
    pub code: AreaCode,
    /// Official name.
    pub name: String,
    /// For a kelurahan: a point in or near it (its centroid; an estimate, never an address).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<CoordinateDto>,
}

/// A place in WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Coordinate"))]
pub struct CoordinateDto {
    /// Latitude, south negative.
    pub lat: f64,
    /// Longitude, east positive.
    pub lon: f64,
}

impl Areas {
    /// The area with this code.
    pub fn find(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == *code)
    }
}

impl From<Coordinate> for CoordinateDto {
    fn from(at: Coordinate) -> Self {
        Self { lat: at.lat, lon: at.lon }
    }
}

impl Area {
    /// Where its middle is, if it is known.
    pub fn middle(&self) -> Option<Coordinate> {
        self.at.and_then(|at| Coordinate::new(at.lat, at.lon))
    }
}
