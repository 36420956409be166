//! Long numbers that a spreadsheet rounded before it wrote them as text.

use crate::cell::{digits, from_digits};

/// Finds columns of long numbers that a spreadsheet rounded: each number ends in 0.
#[derive(Debug, Default)]
pub struct Rounding(Vec<Column>);

#[derive(Clone, Copy, Debug, Default)]
struct Column {
    /// Numbers of sixteen digits.
    long: u32,
    /// Those that end in 0.
    round: u32,
}

impl Rounding {
    /// Looks at a row. Every row of the table must have been seen before the first is marked.
    pub fn see(&mut self, cells: &[String]) {
        if self.0.len() < cells.len() {
            self.0.resize(cells.len(), Column::default());
        }
        for (column, text) in self.0.iter_mut().zip(cells).filter(|(_, text)| is_long(text)) {
            column.long = column.long.saturating_add(1);
            column.round = column.round.saturating_add(u32::from(text.ends_with('0')));
        }
    }

    /// Writes the numbers of such columns as a spreadsheet shows them, so that nobody takes one for a NIK.
    pub fn mark(&self, cells: &mut [String]) {
        for (column, text) in self.0.iter().zip(cells) {
            // One real list in a hundred thousand would look like this by chance.
            if column.long >= 5 && column.round == column.long && is_long(text) {
                *text = from_digits(text);
            }
        }
    }
}

fn is_long(text: &str) -> bool {
    text.len() == 16 && digits(text) == 16
}
