//! A row of data, by the columns that were asked for.

/// A row, seen through the columns that were asked for.
pub struct Row<'a> {
    /// As the file shows it, from 1. Each row of a table has another.
    pub line: u32,
    pub(super) cells: &'a [String],
    pub(super) places: &'a [Option<usize>],
}

impl<'a> Row<'a> {
    /// What stands in a column, by its place among those that were asked for; blank where the table has no such column.
    pub fn cell(&self, column: usize) -> &'a str {
        let place = self.places.get(column).copied().flatten();
        place.and_then(|place| self.cells.get(place)).map_or("", |cell| cell.trim())
    }

    /// Whether the table has such a column.
    pub fn has(&self, column: usize) -> bool {
        self.places.get(column).is_some_and(Option::is_some)
    }
}
