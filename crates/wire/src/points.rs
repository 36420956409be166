//! `points.json`: where cards are collected.

use crate::version::Version;
use domain::{Date, PickupPoint};
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
    pub points: Vec<PickupPoint>,
}

impl Points {
    /// The point with this id.
    pub fn find(&self, id: &str) -> Option<&PickupPoint> {
        self.points.iter().find(|point| point.id == id)
    }
}
