//! `stats.json`: public figures.

use crate::version::Version;
use domain::AreaCode;
use serde::{Deserialize, Serialize};

/// Counts under this are not shown: a small number can point at a family.
pub const SMALLEST_SHOWN: u32 = 5;

/// Figures for each kelurahan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stats {
    /// Version of the API.
    pub version: Version<1>,
    /// Only areas with at least one figure to show.
    pub areas: Vec<AreaStats>,
}

/// Families of one kelurahan; `None`: fewer than [`SMALLEST_SHOWN`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AreaStats {
    /// The kelurahan.
    pub code: AreaCode,
    /// Listed.
    pub listed: Option<u32>,
    /// Checked by Dinas Sosial and found valid, at some time.
    pub verified: Option<u32>,
    /// On the final list now.
    pub approved: Option<u32>,
    /// Called at least once.
    pub called: Option<u32>,
    /// Came, or sent somebody, and have the card.
    pub came: Option<u32>,
    /// Paid at least once.
    pub paid: Option<u32>,
    /// Refused or removed.
    pub refused: Option<u32>,
    /// Held or transferred to Kemensos.
    pub held: Option<u32>,
    /// Metres, *garis lurus*, from the middle of the kelurahan to the points that its families were given, on average.
    pub mean_metres: Option<u32>,
}

/// A count, unless it is too small to show.
pub fn shown(count: u32) -> Option<u32> {
    (count >= SMALLEST_SHOWN).then_some(count)
}
