//! Numbers that no office has given: 9000 and up of each day.

use crate::chance::Chance;
use domain::Date;
use std::collections::HashMap;

/// What was given so far.
pub(crate) struct Numbers {
    given: HashMap<(u32, u32), u32>,
    today: Date,
}

/// The first serial.
const FIRST: u32 = 9000;
/// Serials a day.
const A_DAY: u32 = 1000;

impl Numbers {
    pub(crate) fn new(today: Date) -> Self {
        Self { given: HashMap::new(), today }
    }

    /// A NIK of this region, with a birth date at about this age; the date comes with it.
    pub(crate) fn nik(&mut self, region: u32, age: u32, is_woman: bool, chance: &mut Chance) -> (u64, Date) {
        loop {
            let birth = self.today.plus_days(-i64::from(age * 365 + 1 + chance.below(365)));
            let day = u32::from(birth.day()) + if is_woman { 40 } else { 0 };
            if let Some(number) = self.next(region, date(day, birth)) {
                return (number, birth);
            }
        }
    }

    /// A KK number of this region, recorded in the last fifteen years.
    pub(crate) fn kk(&mut self, region: u32, chance: &mut Chance) -> u64 {
        loop {
            let recorded = self.today.plus_days(-i64::from(30 + chance.below(15 * 365)));
            // KK numbers count for themselves: their days lie beyond those of women.
            if let Some(number) = self.next(region + 1_000_000, date(u32::from(recorded.day()), recorded)) {
                return number - 1_000_000 * 10_000_000_000;
            }
        }
    }

    fn next(&mut self, region: u32, date: u32) -> Option<u64> {
        let given = self.given.entry((region, date)).or_default();
        *given += 1;
        // Each day begins elsewhere: a column of numbers that all end in 0 is what a spreadsheet has rounded.
        let serial = FIRST + (region * 7 + date * 13 + *given) % A_DAY;
        let day = u64::from(region) * 1_000_000 + u64::from(date);
        (*given <= A_DAY).then(|| day * 10_000 + u64::from(serial))
    }
}

/// DDMMYY.
fn date(day: u32, date: Date) -> u32 {
    let year = u32::try_from(date.year().rem_euclid(100)).unwrap_or(0);
    day * 10_000 + u32::from(date.month()) * 100 + year
}
