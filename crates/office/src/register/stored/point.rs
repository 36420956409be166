//! A pickup point.

use super::{first, is_first};
use domain::{AreaCode, Code, PointKind, Precision, TimeOfDay};
use serde::{Deserialize, Serialize};

/// [`domain::PickupPoint`] in the column `point.point`.
#[derive(Serialize, Deserialize)]
pub(in crate::register) struct StoredPoint {
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub(super) v: u8,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Code<PointKind>,
    pub(super) address: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) area: Option<AreaCode>,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) precision: Code<Precision>,
    pub(super) days: [bool; 7],
    pub(super) from: TimeOfDay,
    pub(super) to: TimeOfDay,
    pub(super) capacity: u16,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) example: bool,
}
