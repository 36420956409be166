//! The whole made-up city.

use crate::chance::Chance;
use crate::family::Family;
use crate::numbers::Numbers;
use crate::place::{self, Place};
use domain::Date;

/// A city of so many families.
#[derive(Clone, Copy, Debug)]
pub struct City {
    /// How many.
    pub families: usize,
    /// What chance begins with.
    pub seed: u64,
    /// The day on which its people have their ages.
    pub today: Date,
}

impl City {
    /// Every family, kelurahan by kelurahan, with its RT: in the order in which lists name them.
    pub(crate) fn each_family(&self, mut each: impl FnMut(&Place, &Family)) {
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
