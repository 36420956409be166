//! Kelurahan, RW and RT, each with its share of the families.

use crate::chance::Chance;
use domain::AreaCode;

/// The families of 12 January 2021 (detik d-5341855).
pub const WHOLE_CITY: usize = 1_055_216;
/// Families of an RT (30,417 RT for as many families).
const FAMILIES_OF_AN_RT: usize = 35;

const KELURAHAN: &str = include_str!("../../../data/kelurahan.csv");
/// RT of an RW: 30,417 in 2,742.
const RT_OF_AN_RW: u32 = 11;
/// The families of the islands (Kompas, 23 February 2021).
const ISLANDS: [(&str, usize); 6] = [
    ("31.01.01.1001", 655),
    ("31.01.01.1002", 1408),
    ("31.01.01.1003", 486),
    ("31.01.02.1001", 1120),
    ("31.01.02.1002", 823),
    ("31.01.02.1003", 530),
];

/// A kelurahan with its number of families.
#[derive(Clone, Debug)]
pub struct Kelurahan {
    /// Kemendagri code.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// Its kecamatan.
    pub kecamatan: String,
    /// The middle of it.
    pub at: (f64, f64),
    /// How many families.
    pub families: usize,
}

/// An RT with its number of families.
#[derive(Clone, Debug)]
pub struct Place {
    /// The kelurahan.
    pub area: AreaCode,
    /// Three digits.
    pub rw: u32,
    /// Three digits.
    pub rt: u32,
    /// How many families.
    pub families: usize,
}

/// Every kelurahan; some have three times as many families as others.
pub(crate) fn kelurahan(families: usize, chance: &mut Chance) -> Vec<Kelurahan> {
    let mut all: Vec<Kelurahan> = csv::Reader::from_reader(KELURAHAN.as_bytes())
        .into_records()
        .flatten()
        .filter_map(|row| {
            let number = |at: usize| row.get(at)?.parse().ok();
            Some(Kelurahan {
                code: AreaCode::parse(row.get(0)?).ok()?,
                name: row.get(1)?.to_owned(),
                kecamatan: row.get(2)?.to_owned(),
                at: (number(5)?, number(6)?),
                families: 0,
            })
        })
        .collect();
    let weights: Vec<usize> =
        all.iter().map(|_| 500 + usize::try_from(chance.below(1000)).unwrap_or(0)).collect();
    for kelurahan in &mut all {
        let island = ISLANDS.iter().find(|(code, _)| *code == kelurahan.code.as_str());
        kelurahan.families = island.map_or(0, |(_, count)| count * families / WHOLE_CITY);
    }
    let on_islands: usize = all.iter().map(|kelurahan| kelurahan.families).sum();
    let inland = families.saturating_sub(on_islands);
    let is_inland = |kelurahan: &Kelurahan| !kelurahan.code.is_island();
    let total: usize =
        all.iter().zip(&weights).filter(|(it, _)| is_inland(it)).map(|(_, weight)| weight).sum();
    let (mut before, mut given) = (0, 0);
    for (kelurahan, weight) in all.iter_mut().zip(&weights).filter(|(it, _)| is_inland(it)) {
        before += weight;
        let upto = inland * before / total.max(1);
        kelurahan.families = upto - given;
        given = upto;
    }
    all
}

impl Kelurahan {
    /// Its RT. One in a thousand lists far more families than an RT has: somebody should look at it.
    pub(crate) fn places(&self, chance: &mut Chance) -> Vec<Place> {
        let mut places = Vec::new();
        let (mut left, mut number) = (self.families, 0);
        while left > 0 {
            let usual = FAMILIES_OF_AN_RT - 10 + usize::try_from(chance.below(21)).unwrap_or(0);
            let families = if chance.is(10) { 130 } else { usual }.min(left);
            places.push(Place {
                area: self.code.clone(),
                rw: 1 + number / RT_OF_AN_RW,
                rt: 1 + number % RT_OF_AN_RW,
                families,
            });
            left -= families;
            number += 1;
        }
        places
    }
}
