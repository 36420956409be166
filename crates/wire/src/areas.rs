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
    pub at: Option<Coordinate>,
}

impl Areas {
    /// The area with this code.
    pub fn find(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == *code)
    }

    /// The kelurahan whose point is nearest.
    pub fn nearest(&self, to: &Coordinate) -> Option<&Area> {
        let distance = |area: &&Area| area.at.map_or(f64::INFINITY, |at| at.distance(to));
        self.areas.iter().filter(|a| a.at.is_some()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}
