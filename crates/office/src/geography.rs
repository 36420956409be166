//! Where families live and where points are. Of a family no more is known than its kelurahan, so it lives in the middle of
//! that: every distance is an estimate.

use crate::areas::areas;
use domain::{AreaCode, Coordinate, PickupPoint};
use std::collections::HashMap;

/// What can be reached without crossing the water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Region {
    Mainland,
    /// An island, by its kelurahan.
    Island(usize),
}

/// A kelurahan.
pub(crate) struct Home {
    pub(crate) code: AreaCode,
    pub(crate) name: String,
    pub(crate) region: Region,
    at: Coordinate,
}

/// A point where cards are handed out.
pub(crate) struct Site {
    pub(crate) point: PickupPoint,
    pub(crate) region: Region,
}

/// All of them.
pub struct Geography {
    pub(crate) homes: Vec<Home>,
    pub(crate) sites: Vec<Site>,
    by_code: HashMap<AreaCode, usize>,
    /// By home, then by site.
    metres: Vec<Vec<u32>>,
}

impl Geography {
    /// The kelurahan of Jakarta, and these points. A machine hands out no cards, nor does a point without room.
    pub fn new(points: Vec<PickupPoint>) -> Self {
        let homes: Vec<Home> = areas()
            .areas
            .into_iter()
            .filter_map(|area| Some((area.middle()?, area)))
            .enumerate()
            .map(|(place, (at, area))| {
                let region = if area.code.is_island() { Region::Island(place) } else { Region::Mainland };
                Home { code: area.code, name: area.name, region, at }
            })
            .collect();
        let by_code: HashMap<AreaCode, usize> =
            homes.iter().enumerate().map(|(place, home)| (home.code.clone(), place)).collect();
        let sites: Vec<Site> = points
            .into_iter()
            .filter(|point| point.hands_out_cards() && point.capacity > 0)
            .map(|point| Site { region: region(&homes, &by_code, &point), point })
            .collect();
        let row = |home: &Home| sites.iter().map(|site| rounded(home.at.distance(&site.point.at))).collect();
        Self { metres: homes.iter().map(row).collect(), homes, sites, by_code }
    }

    /// The place of a kelurahan among the homes.
    pub(crate) fn home(&self, code: &AreaCode) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// How far it is, *garis lurus*.
    pub(crate) fn metres(&self, home: usize, site: usize) -> u32 {
        self.metres.get(home).and_then(|row| row.get(site)).copied().unwrap_or(u32::MAX)
    }

    /// How far it would be to a point in the middle of another kelurahan.
    pub(crate) fn metres_between(&self, home: usize, other: usize) -> u32 {
        let ends = self.homes.get(home).zip(self.homes.get(other));
        ends.map_or(u32::MAX, |(home, other)| rounded(home.at.distance(&other.at)))
    }

    /// The point nearest to a kelurahan that hands out cards and can be reached from there.
    pub fn nearest(&self, code: &AreaCode) -> Option<&PickupPoint> {
        let home = self.home(code)?;
        let site = self.reachable(home).min_by_key(|site| self.metres(home, *site))?;
        self.sites.get(site).map(|site| &site.point)
    }

    /// The sites that can be reached from a home.
    pub(crate) fn reachable(&self, home: usize) -> impl Iterator<Item = usize> {
        let region = self.homes.get(home).map(|home| home.region);
        let sites = self.sites.iter().enumerate();
        sites.filter(move |(_, site)| Some(site.region) == region).map(|(place, _)| place)
    }

    /// The id of the point at a site.
    pub(crate) fn id(&self, site: usize) -> &str {
        self.sites.get(site).map_or("", |site| &site.point.id)
    }
}

/// On which side of the water a point is. The file may not say on which island: then on the nearest.
fn region(homes: &[Home], by_code: &HashMap<AreaCode, usize>, point: &PickupPoint) -> Region {
    if !point.is_island() {
        return Region::Mainland;
    }
    let told = point.area.as_ref().and_then(|area| by_code.get(area)).and_then(|place| homes.get(*place));
    let islands = || homes.iter().filter(|home| home.region != Region::Mainland);
    let distance = |home: &&Home| home.at.distance(&point.at);
    let nearest = || islands().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    told.or_else(nearest).map_or(Region::Mainland, |home| home.region)
}

#[expect(
    clippy::as_conversions,
    reason = "a distance on earth is far below the bounds, and a cast saturates"
)]
fn rounded(metres: f64) -> u32 {
    metres.round() as u32
}
