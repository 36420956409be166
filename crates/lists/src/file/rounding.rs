//! Long numbers that a spreadsheet rounded before it wrote them as text.

use crate::cell::{digits, from_digits};

/// Finds columns of long numbers that a spreadsheet rounded: far more of them end in 0 than one in ten.
#[derive(Debug, Default)]
pub struct Rounding(Vec<Column>);

#[derive(Clone, Debug, Default)]
struct Column {
    /// Numbers of sixteen digits, without those that repeat the one above: the members of a family share a KK number.
    long: u32,
    /// Those that end in 0.
    round: u32,
    /// The last one.
    last: String,
}

impl Rounding {
    /// Looks at a row. Every row of the table must have been seen before the first is marked.
    pub fn see(&mut self, cells: &[String]) {
        if self.0.len() < cells.len() {
            self.0.resize(cells.len(), Column::default());
        }
        for (column, text) in self.0.iter_mut().zip(cells).filter(|(_, text)| is_long(text)) {
            if column.last != *text {
                column.long = column.long.saturating_add(1);
                column.round = column.round.saturating_add(u32::from(text.ends_with('0')));
                column.last.clone_from(text);
            }
        }
    }

    /// Writes the numbers of such columns that end in 0 as a spreadsheet shows them, so that nobody takes one for a NIK.
    pub fn mark(&self, cells: &mut [String]) {
        for (column, text) in self.0.iter().zip(cells) {
            if text.ends_with('0') && is_long(text) && column.is_rounded() {
                *text = from_digits(text);
            }
        }
    }
}

impl Column {
    /// Whether so many numbers would end in 0 by chance in fewer than one of ten thousand lists.
    fn is_rounded(&self) -> bool {
        let (long, round) = (self.long, self.round);
        // Of few numbers nothing can be said, and with many the chance is too small for any that is not clear.
        if round < 5 || round * 3 < long {
            return false;
        }
        // Not more than C(long, round) / 10^round.
        long > 60
            || (0..round).map(|i| f64::from(long - i) / f64::from(round - i) / 10.0).product::<f64>() < 1e-4
    }
}

fn is_long(text: &str) -> bool {
    text.len() == 16 && digits(text) == 16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(round: u32, long: u32, expect: bool) {
        let mut rounding = Rounding::default();
        let number = |n: u32| vec![format!("31741052{n:07}{}", u32::from(n >= round))];
        (0..long).for_each(|n| rounding.see(&number(n)));
        let mut cells = number(0);
        rounding.mark(&mut cells);
        assert_eq!(cells != number(0), expect, "{round} of {long}");
        let mut other = vec!["3174105205809012".to_owned()];
        rounding.mark(&mut other);
        assert_eq!(other, ["3174105205809012"], "one that does not end in 0 is left alone");
    }

    #[test]
    fn more_zeros_than_chance_gives() {
        for (round, long) in [(5, 5), (9, 12), (6, 9), (40, 100)] {
            check(round, long, true);
        }
        for (round, long) in [(4, 4), (5, 20), (3, 30), (20, 100)] {
            check(round, long, false);
        }
    }

    #[test]
    fn a_number_that_is_repeated_counts_once() {
        let mut rounding = Rounding::default();
        let cells = vec!["3174105205809010".to_owned()];
        (0..9).for_each(|_| rounding.see(&cells));
        let mut marked = cells.clone();
        rounding.mark(&mut marked);
        assert_eq!(marked, cells);
    }
}
