//! Where things are: the distribution points, and the kelurahan they are near.

pub mod loading;

use crate::api::{self, ApiFault};
use domain::point::{Near, nearest};
use domain::{AreaCode, Coordinate, PickupPoint};
use futures::future::join;
use wire::{Area, Areas, PickupPointDto};

/// Points and areas of the publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// The distribution points, in the order of their ids.
    pub points: Vec<PickupPoint>,
    /// The areas of government.
    pub areas: Areas,
}

/// A place that distances are measured from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Where it is.
    pub at: Coordinate,
    /// Whether it lies in Kepulauan Seribu: water is never crossed.
    pub on_island: bool,
    /// The kelurahan around it.
    pub kelurahan: Area,
}

/// Farther than this from every kelurahan one is not in Jakarta, nor around it.
const AROUND_JAKARTA_METRES: f64 = 60_000.0;

impl Places {
    /// Reads both files.
    ///
    /// # Errors
    /// The fault of the first file that did not come.
    pub async fn load() -> Result<Self, ApiFault> {
        let (points, areas) = join(points(), api::areas()).await;
        Ok(Self { points: points?, areas: areas? })
    }

    /// The point with this id.
    pub fn point(&self, id: &str) -> Option<&PickupPoint> {
        self.points.iter().find(|point| point.id == id)
    }

    /// A kelurahan to measure from. `None` if it is not known, or nobody knows where it is.
    pub fn kelurahan(&self, code: &AreaCode) -> Option<Origin> {
        Origin::of(self.areas.find(code)?.clone())
    }

    /// A position to measure from: it lies in the kelurahan whose middle is nearest, islands included. `None` outside
    /// and far from Jakarta.
    pub fn position(&self, at: Coordinate) -> Option<Origin> {
        let areas = self.areas.areas.iter();
        let (area, metres) = areas
            .filter_map(|area| Some((area, area.middle()?.distance(&at))))
            .min_by(|(_, a), (_, b)| a.total_cmp(b))?;
        if metres > AROUND_JAKARTA_METRES {
            return None;
        }
        Some(Origin { at, on_island: area.code.is_island(), kelurahan: area.clone() })
    }

    /// The points from near to far.
    pub fn nearest(&self, origin: &Origin) -> Vec<Near<'_>> {
        origin.nearest(&self.points)
    }
}

impl Origin {
    /// The middle of a kelurahan. `None` if nobody knows where it is.
    pub fn of(kelurahan: Area) -> Option<Self> {
        Some(Self { at: kelurahan.middle()?, on_island: kelurahan.code.is_island(), kelurahan })
    }

    /// Points from near to far.
    pub fn nearest<'a>(&self, points: &'a [PickupPoint]) -> Vec<Near<'a>> {
        nearest(points, &self.at, self.on_island)
    }
}

/// The distribution points, in the order of their ids.
///
/// # Errors
/// The file did not come.
pub async fn points() -> Result<Vec<PickupPoint>, ApiFault> {
    Ok(api::points().await?.points.iter().filter_map(PickupPointDto::read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::{CoordinateDto, Version};

    fn area(code: &str, lat: f64, lon: f64) -> Area {
        Area { code: AreaCode::parse(code).unwrap(), name: code.into(), at: Some(CoordinateDto { lat, lon }) }
    }

    fn places() -> Places {
        let areas = vec![area("31.01.02.1001", -5.744, 106.615), area("31.74.10.1001", -6.238, 106.759)];
        Places { points: vec![], areas: Areas { version: Version, areas } }
    }

    fn check(lat: f64, lon: f64, expect: Option<(&str, bool)>) {
        let origin = places().position(Coordinate::new(lat, lon).unwrap());
        let found = origin.map(|origin| (origin.kelurahan.name, origin.on_island));
        assert_eq!(found, expect.map(|(name, on_island)| (name.to_owned(), on_island)), "{lat} {lon}");
    }

    #[test]
    fn a_position_lies_in_the_nearest_kelurahan() {
        check(-6.24, 106.76, Some(("31.74.10.1001", false)));
        check(-5.75, 106.60, Some(("31.01.02.1001", true)));
        check(-6.59, 106.79, Some(("31.74.10.1001", false))); // Bogor
        check(-6.91, 107.61, None); // Bandung
        check(51.5, 0.0, None);
    }
}
