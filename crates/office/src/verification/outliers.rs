//! What looks odd on a list. It bars nobody: the kelurahan knows the neighbourhood and looks.

use crate::areas::{areas, name_of};
use crate::case::Case;
use crate::fault::Result;
use crate::register::{Origin, Register};
use domain::{Date, Status};
use serde::Serialize;
use std::collections::HashMap;

/// More families than this, and an RT has too many (press of 2020: lists of over 100 KK in one RT).
const MANY_FAMILIES: usize = 100;
/// Persons of one birth date in an RT. Of 120 persons hardly three share one.
const MANY_BIRTHS: usize = 8;
/// Families that share a telephone, in one RT or in several.
const MANY_CALLS: usize = 8;
/// Families that a list brought in between 23.00 and 04.00.
const MANY_AT_NIGHT: u32 = 50;

/// An RT, and what is odd about it.
#[derive(Serialize)]
pub struct Outlier {
    /// The code of the kelurahan.
    pub area: String,
    /// Its name.
    pub kelurahan: String,
    /// The RW in it.
    pub rw: String,
    /// The RT in that.
    pub rt: String,
    /// `banyak-kk`, `banyak-lahir-sehari`, `satu-telepon` or `malam-hari`.
    pub what: &'static str,
    /// So many families or persons.
    pub count: usize,
    /// The birth date, or the end of the telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// What is counted, RT by RT.
#[derive(Default)]
pub(super) struct Outliers {
    places: HashMap<Origin, u32>,
    families: Vec<u32>,
    births: Vec<(u32, Date)>,
    /// All over the city.
    phones: Vec<(u64, u32)>,
}

impl Outliers {
    /// Counts a family that is there, once.
    pub(super) fn count(&mut self, case: &Case, today: Date) {
        let family = &case.family;
        if !family.stands() || case.status() == Status::Withdrawn {
            return;
        }
        let next = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        let place = match self.places.get(&family.origin) {
            Some(place) => *place,
            None => {
                self.places.insert(family.origin.clone(), next);
                next
            }
        };
        self.families.push(place);
        let niks = family.household.niks().filter_map(|nik| nik.birth(today));
        self.births.extend(niks.map(|birth| (place, birth)));
        let digits = family.household.phone.chars().filter_map(|c| c.to_digit(10));
        let phone = digits.fold(0u64, |number, digit| number.wrapping_mul(10).wrapping_add(u64::from(digit)));
        if phone > 0 {
            self.phones.push((phone, place));
        }
    }

    /// What is odd, place by place.
    pub(super) fn found(mut self, register: &Register) -> Result<Vec<Outlier>> {
        let mut odd: Vec<(u32, &'static str, usize, Option<String>)> = Vec::new();
        let families = many(&mut self.families, MANY_FAMILIES + 1);
        odd.extend(families.map(|(place, count)| (place, "banyak-kk", count, None)));
        let births = many(&mut self.births, MANY_BIRTHS);
        odd.extend(
            births.map(|((place, day), count)| (place, "banyak-lahir-sehari", count, Some(day.to_string()))),
        );
        self.phones.sort_unstable();
        for same in self.phones.chunk_by(|(a, _), (b, _)| a == b).filter(|same| same.len() >= MANY_CALLS) {
            let end = same.first().map(|(phone, _)| format!("{:04}", phone % 10_000));
            let mut places: Vec<u32> = same.iter().map(|(_, place)| *place).collect();
            places.dedup();
            odd.extend(places.into_iter().map(|place| (place, "satu-telepon", same.len(), end.clone())));
        }
        let places: HashMap<u32, &Origin> =
            self.places.iter().map(|(origin, place)| (*place, origin)).collect();
        let areas = areas();
        let outlier = |origin: &Origin, what, count, detail| Outlier {
            area: origin.area.to_string(),
            kelurahan: name_of(&areas, &origin.area),
            rw: origin.rw.to_string(),
            rt: origin.rt.to_string(),
            what,
            count,
            detail,
        };
        let mut found: Vec<Outlier> = odd
            .into_iter()
            .filter_map(|(place, what, count, detail)| {
                Some(outlier(places.get(&place)?, what, count, detail))
            })
            .collect();
        let nights = register.lists_of_the_night(MANY_AT_NIGHT)?;
        let count = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
        let nights = nights.iter();
        found.extend(nights.map(|(origin, families)| outlier(origin, "malam-hari", count(*families), None)));
        found.sort_by(|a, b| (&a.area, &a.rw, &a.rt, a.what).cmp(&(&b.area, &b.rw, &b.rt, b.what)));
        Ok(found)
    }
}

/// What stands there at least so often.
fn many<T: Ord + Copy>(all: &mut [T], least: usize) -> impl Iterator<Item = (T, usize)> {
    all.sort_unstable();
    let runs = all.chunk_by(|a, b| a == b).filter(move |run| run.len() >= least);
    runs.filter_map(|run| Some((*run.first()?, run.len())))
}

#[cfg(test)]
mod tests {
    use super::many;

    #[test]
    fn runs() {
        let found: Vec<_> = many(&mut [3, 1, 3, 2, 3, 2], 2).collect();
        assert_eq!(found, [(2, 2), (3, 3)]);
    }
}
