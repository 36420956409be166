//! Whether a column of sixteen-digit numbers holds NIK or KK numbers, by what they are made of and how they repeat.

use crate::cell::digits;
use crate::table::Row;
use domain::Sixteen;
use std::collections::HashSet;

/// The numbers of a column.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ColumnNumbers {
    all: usize,
    /// Those that stand in an earlier row too: KK numbers, where members have rows of their own.
    repeated: usize,
    /// Those with a day that only NIK of women have.
    of_women: usize,
    /// Those with a date on which a KK may have been given.
    issued: usize,
}

impl ColumnNumbers {
    /// Of all rows.
    pub(crate) fn of(rows: &[Row], at: usize) -> Self {
        let mut numbers = Self::default();
        let mut seen = HashSet::new();
        for number in numbers_in(rows, at) {
            numbers.all += 1;
            numbers.of_women += usize::from(is_of_woman(&number));
            numbers.issued += usize::from(may_be_kk(&number));
            numbers.repeated += usize::from(!seen.insert(number));
        }
        numbers
    }

    /// Whether they are KK numbers, and those of the other column are NIK: then a list has their names exchanged.
    pub(crate) fn are_kk_beside(self, other: Self) -> bool {
        let others_are_nik = other.of_women * 4 >= other.all && other.of_women > 0;
        let repeat = self.repeated > 1 && self.repeated * 4 >= self.all;
        self.may_be_kk() && other.repeated == 0 && (others_are_nik || (repeat && other.all >= self.all))
    }

    /// Whether KK numbers are the likelier.
    pub(crate) fn may_be_kk(self) -> bool {
        self.all > 0 && self.of_women == 0 && self.issued * 2 > self.all
    }
}

/// Whether the column holds the number of a woman: such a column is one of NIK.
pub(crate) fn hold_women(rows: &[Row], at: usize) -> bool {
    numbers_in(rows, at).any(|number| is_of_woman(&number))
}

fn numbers_in(rows: &[Row], at: usize) -> impl Iterator<Item = Sixteen> {
    rows.iter().filter_map(move |row| Sixteen::parse(row.cell(at)).ok())
}

/// Whether the day is one that only the NIK of a woman has.
pub(crate) fn is_of_woman(number: &Sixteen) -> bool {
    (41..=71).contains(&number.number(6, 2)) && (1..=12).contains(&number.number(8, 2))
}

/// Whether the date may be that on which a KK was given: these numbers began in 2004 or so.
pub(crate) fn may_be_kk(number: &Sixteen) -> bool {
    (1..=31).contains(&number.number(6, 2))
        && (1..=12).contains(&number.number(8, 2))
        && (4..=35).contains(&number.number(10, 2))
}

/// Whether a text in the column of a number is one, or a part of one. The NIP is the number of the official who signs, and
/// behind a colon stands what a label in another cell names: it is somebody's if it is as long as theirs.
pub(crate) fn may_be_number(text: &str) -> bool {
    let count = digits(text);
    count >= 6 && (count == 16 || !(text.starts_with(':') || text.to_lowercase().starts_with("nip")))
}
