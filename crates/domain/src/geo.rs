//! Places on the globe.

use serde::{Deserialize, Serialize};

/// A point in WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coordinate {
    /// Latitude, south negative.
    pub lat: f64,
    /// Longitude, east positive.
    pub lon: f64,
}

/// Mean radius of the earth in metres (IUGG).
const EARTH_RADIUS: f64 = 6_371_008.8;

impl Coordinate {
    /// A point, if it is one: finite, latitude within ±90, longitude within ±180.
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Self { lat, lon })
    }

    /// Whether it lies in or around Jakarta, islands included; elsewhere a coordinate is a slip (swapped, or a lost sign).
    pub fn is_near_jakarta(&self) -> bool {
        (-6.6..=-5.0).contains(&self.lat) && (106.3..=107.2).contains(&self.lon)
    }

    /// Great-circle distance in metres (haversine). A road is 1.3 to 1.7 times as long: call it *garis lurus*.
    pub fn distance(&self, other: &Self) -> f64 {
        let (lat, other_lat) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (other_lat - lat) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let h = half_lat.sin().powi(2) + lat.cos() * other_lat.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS * h.sqrt().min(1.0).asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Distances of GeographicLib on the sphere of the same radius.
    #[test]
    fn known_distances() {
        for (a, b, metres) in [
            ((-6.175_4, 106.827_2), (-6.175_4, 106.827_2), 0.0),
            ((0.0, 0.0), (0.0, 1.0), 111_195.08),
            ((0.0, 0.0), (0.0, 180.0), 20_015_114.4),
            ((-6.0, 106.0), (-7.0, 106.0), 111_195.08),
        ] {
            let (a, b) = (Coordinate::new(a.0, a.1).unwrap(), Coordinate::new(b.0, b.1).unwrap());
            assert!((a.distance(&b) - metres).abs() < 1.0, "{a:?} {b:?}: {}", a.distance(&b));
        }
    }

    fn place() -> impl Strategy<Value = Coordinate> {
        (-90.0..=90.0f64, -180.0..=180.0f64).prop_map(|(lat, lon)| Coordinate::new(lat, lon).unwrap())
    }

    proptest! {
        #[test]
        fn it_is_a_distance(a in place(), b in place(), c in place()) {
            prop_assert!(a.distance(&a) < 1e-6);
            prop_assert!((a.distance(&b) - b.distance(&a)).abs() < 1e-6);
            prop_assert!(a.distance(&c) <= a.distance(&b) + b.distance(&c) + 1e-3);
        }
    }
}
