//! A made-up family.

use crate::chance::Chance;
use crate::names;
use crate::numbers::Numbers;
use crate::place::Place;
use domain::Date;

/// One of a family.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) nik: Option<u64>,
    pub(crate) name: String,
    pub(crate) relation: &'static str,
    pub(crate) birth: Date,
}

/// A family.
#[derive(Clone, Debug)]
pub(crate) struct Family {
    pub(crate) kk: Option<u64>,
    pub(crate) address: String,
    pub(crate) phone: String,
    pub(crate) people: Vec<Person>,
}

/// Of ten thousand: persons without NIK, families without KK.
const WITHOUT_NIK: u32 = 60;
const WITHOUT_KK: u32 = 40;
/// Of ten thousand: families whose telephone is that of whoever filled in the list.
const PHONE_OF_THE_RT: u32 = 30;

impl Family {
    pub(crate) fn new(place: &Place, numbers: &mut Numbers, chance: &mut Chance) -> Self {
        let region = region(place);
        let mut person = |relation: &'static str, age: u32, is_woman: bool, chance: &mut Chance| {
            let (nik, birth) = numbers.nik(region, age, is_woman, chance);
            let nik = (!chance.is(WITHOUT_NIK)).then_some(nik);
            Person { nik, name: names::person(chance), relation, birth }
        };
        let age = 24 + chance.below(30) + chance.below(28);
        let is_widow = chance.is(1400);
        let mut people = vec![person("Kepala Keluarga", age, is_widow, chance)];
        if !is_widow && chance.is(9000) {
            people.push(person("Istri", (age - 3).max(19) + chance.below(6), true, chance));
        }
        let parents = if is_widow { age } else { age.min(60) };
        for _ in 0..chance.below(4) {
            let oldest = parents.saturating_sub(20).clamp(1, 28);
            let is_daughter = chance.is(5000);
            people.push(person("Anak", chance.below(oldest), is_daughter, chance));
        }
        Self {
            kk: (!chance.is(WITHOUT_KK)).then(|| numbers.kk(region, chance)),
            address: names::address(chance),
            phone: if chance.is(PHONE_OF_THE_RT) {
                format!("0800{:02}{:03}{:03}", region % 100, place.rw, place.rt)
            } else {
                format!("0800{:08}", chance.below(100_000_000))
            },
            people,
        }
    }

    pub(crate) fn head(&self) -> Option<&Person> {
        self.people.first()
    }
}

/// The kecamatan as NIK and KK numbers begin: `31.74.10` → 317410.
pub(crate) fn region(place: &Place) -> u32 {
    place
        .area
        .as_str()
        .chars()
        .filter(char::is_ascii_digit)
        .take(6)
        .fold(0, |n, c| n * 10 + c.to_digit(10).unwrap_or(0))
}
