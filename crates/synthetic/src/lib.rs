//! A made-up city in the proportions of Jakarta (`domain.md`, Numbers): 267 kelurahan, 2,742 RW, 30,417 RT, 1,055,216
//! families. The same seed makes the same city, byte for byte. Nobody in it lives: every NIK and KK number has a serial of 9000
//! or more, which no office has given.

mod chance;
mod family;
mod names;
mod numbers;
mod place;
mod write;

pub use place::{Kelurahan, Place};
pub use write::Census;

use chance::Chance;
use domain::Date;
use family::Family;
use numbers::Numbers;

/// The families of 12 January 2021 (detik d-5341855).
pub const WHOLE_CITY: usize = 1_055_216;
/// Families of an RT (30,417 RT for as many families).
const FAMILIES_OF_AN_RT: usize = 35;

/// A city of so many families.
#[derive(Clone, Copy, Debug)]
pub struct Town {
    /// How many.
    pub families: usize,
    /// What chance begins with.
    pub seed: u64,
    /// The day on which its people have their ages.
    pub today: Date,
}

impl Town {
    /// Every family, kelurahan by kelurahan, with its RT: in the order in which lists name them.
    fn each_family(&self, mut each: impl FnMut(&Place, &Family)) {
        let mut chance = Chance::of(self.seed);
        let mut numbers = Numbers::new(self.today);
        for kelurahan in place::kelurahan(self.families, &mut chance) {
            for place in kelurahan.places(&mut chance) {
                for _ in 0..place.families {
                    each(&place, &Family::new(&place, &mut numbers, &mut chance));
                }
            }
        }
    }
}
