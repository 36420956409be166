//! Where the card is collected.

use crate::area::AreaCode;
use crate::coded::Code;
use crate::date::{Date, TimeOfDay};
use crate::geo::Coordinate;
use crate::moment::Moment;
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// What stands there.
    PointKind, "a kind of point like sekolah" {
        /// A school.
        School = "sekolah",
        /// An office of kelurahan or kecamatan.
        Office = "kantor",
        /// A sports hall, RPTRA or the like.
        Hall = "gedung",
        /// A branch of Bank DKI.
        Bank = "bank-dki",
        /// A machine of Bank DKI.
        Atm = "atm",
    }
}

coded! {
    /// How exact the coordinates are.
    Precision, "a precision like alamat" {
        /// Measured at the door.
        Door = "tepat",
        /// Of the building or address.
        Address = "alamat",
        /// An estimate: the middle of the kelurahan.
        Estimate = "perkiraan",
    }
}

/// The days of the week on which a point is open, and its hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Monday to Sunday.
    pub days: [bool; 7],
    /// From this hour …
    pub from: TimeOfDay,
    /// … to this one.
    pub to: TimeOfDay,
}

/// A distribution point or Bank DKI location, from the dated file that Dinas Sosial edits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PickupPoint {
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
    /// Where.
    #[serde(flatten)]
    pub at: Coordinate,
    /// How exact that is.
    pub precision: Code<Precision>,
    /// When it is open.
    #[serde(flatten)]
    pub opening: Opening,
    /// Families a day, at most 500 (Pemprov DKI, January 2021).
    pub capacity: u16,
    /// Made up for a demonstration: shown as an example, never as a fact.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// Whether a point is open at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// It is.
    Open,
    /// It will be, later on this day.
    Later,
    /// Not any more on this day.
    Over,
    /// Not at all on this day.
    Closed,
}

/// A point and how far it is.
#[derive(Clone, Copy, Debug)]
pub struct Near<'a> {
    /// The point.
    pub point: &'a PickupPoint,
    /// Metres, *garis lurus*.
    pub metres: f64,
}

impl Opening {
    /// Whether it is open on the day.
    pub fn is_open_on(&self, date: Date) -> bool {
        self.days.get(usize::from(date.weekday())).copied().unwrap_or(false)
    }

    /// Whether it is open now.
    pub fn state(&self, now: Moment) -> OpenState {
        match now.time {
            _ if !self.is_open_on(now.date) => OpenState::Closed,
            time if time < self.from => OpenState::Later,
            time if time < self.to => OpenState::Open,
            _ => OpenState::Over,
        }
    }

    /// The first open day from `earliest` on; `None` if it never opens.
    pub fn next_open(&self, earliest: Date) -> Option<Date> {
        (0..7).map(|days| earliest.plus_days(days)).find(|date| self.is_open_on(*date))
    }
}

impl PickupPoint {
    /// Whether cards are handed out there: a machine gives money to whoever has one already.
    pub fn hands_out_cards(&self) -> bool {
        self.kind.known() != Some(PointKind::Atm)
    }

    /// Whether it stands in Kepulauan Seribu.
    pub fn is_island(&self) -> bool {
        match &self.area {
            Some(area) => area.is_island(),
            // North of the bay there is nothing but islands.
            None => self.at.lat > -6.0,
        }
    }
}

/// The points from near to far; water is never crossed: an island sees the islands' points only, the city the city's.
/// Equal distances are ordered by id, so that the list never flickers.
pub fn nearest<'a>(points: &'a [PickupPoint], from: &Coordinate, on_island: bool) -> Vec<Near<'a>> {
    let mut near: Vec<Near<'a>> = points
        .iter()
        .filter(|point| point.is_island() == on_island)
        .map(|point| Near { point, metres: from.distance(&point.at) })
        .collect();
    near.sort_by(|a, b| a.metres.total_cmp(&b.metres).then_with(|| a.point.id.cmp(&b.point.id)));
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(id: &str, lat: f64, lon: f64) -> PickupPoint {
        let days = [true, true, true, true, true, false, false];
        let (from, to) = (TimeOfDay::parse("08:00").unwrap(), TimeOfDay::parse("14:00").unwrap());
        PickupPoint {
            id: id.into(),
            name: id.into(),
            kind: PointKind::School.into(),
            address: String::new(),
            area: None,
            at: Coordinate::new(lat, lon).unwrap(),
            precision: Precision::Address.into(),
            opening: Opening { days, from, to },
            capacity: 500,
            example: true,
        }
    }

    #[test]
    fn nearest_never_crosses_the_water() {
        let points =
            [point("far", -6.30, 106.80), point("near", -6.21, 106.80), point("island", -5.74, 106.61)];
        let ids = |on_island| {
            let from = Coordinate::new(-6.20, 106.80).unwrap();
            nearest(&points, &from, on_island).iter().map(|near| near.point.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(false), ["near", "far"]);
        assert_eq!(ids(true), ["island"]);
    }

    #[test]
    fn next_open_day_skips_the_weekend() {
        let opening = point("x", -6.2, 106.8).opening;
        let saturday = Date::parse("2021-03-13").unwrap();
        assert_eq!(opening.next_open(saturday).unwrap().to_string(), "2021-03-15");
        assert_eq!(Opening { days: [false; 7], ..opening }.next_open(saturday), None);
    }

    #[test]
    fn a_point_is_open_within_its_hours() {
        let opening = point("x", -6.2, 106.8).opening;
        for (now, expect) in [
            ("2021-03-12T07:59", OpenState::Later),
            ("2021-03-12T08:00", OpenState::Open),
            ("2021-03-12T13:59", OpenState::Open),
            ("2021-03-12T14:00", OpenState::Over),
            ("2021-03-13T09:00", OpenState::Closed), // a Saturday
        ] {
            assert_eq!(opening.state(Moment::parse(now).unwrap()), expect, "{now}");
        }
    }
}
