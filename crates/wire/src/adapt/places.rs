//! Places: points and areas.

use crate::areas::{Area, CoordinateDto};
use crate::points::PickupPointDto;
use domain::{Coordinate, Opening, PickupPoint};

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
