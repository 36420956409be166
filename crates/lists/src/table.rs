//! Rows of text, whatever the program that wrote them.

use std::ops::Range;

/// Columns beyond this one are not read: no list has so many, and a stray cell far out would fill the memory.
pub(crate) const MAX_COLUMNS: usize = 256;

/// One sheet, or one text file.
#[derive(Debug, Default)]
pub struct Table {
    /// The sheet's name, where there are sheets.
    pub sheet: Option<String>,
    /// The sheet is hidden: its owner does not mean to send it.
    pub is_hidden: bool,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
    /// Cells that stand for several. Their text is in the first of these alone.
    pub merged: Vec<Merged>,
    /// The file is of a kind of which nobody can tell whether rows are hidden or struck out: all look plain.
    pub looks_unknown: bool,
}

/// One row, with its number as the spreadsheet shows it.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// From 1; no two rows of a table have the same.
    pub number: u32,
    /// As text; blanks at the end are left out.
    pub cells: Vec<String>,
    /// What a spreadsheet shows of it.
    pub look: Look,
    /// It holds more, farther out than any list has columns.
    pub is_cut: bool,
    /// Rows below that are part of it: a name stands in one, its number in the next.
    pub parts: Vec<u32>,
}

/// What a spreadsheet shows of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As any other.
    #[default]
    Plain,
    /// It is hidden, by hand or by a filter.
    Hidden,
    /// Every text in it is struck out.
    StruckOut,
}

/// A cell that stands for all cells of a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The rows, as the spreadsheet numbers them: first and last.
    pub rows: (u32, u32),
    /// The columns, from 0: first and last.
    pub columns: (usize, usize),
}

/// Writes what stands in a cell merged over several rows into each of them, in the columns that are `wanted`. Only downwards,
/// and only where its first row is among these.
pub fn fill_merged(merged: &[Merged], rows: &mut [Row], wanted: impl Fn(usize) -> bool) {
    for area in merged.iter().filter(|area| area.rows.1 > area.rows.0 && wanted(area.columns.0)) {
        let at = area.columns.0;
        let own = rows.partition_point(|row| row.number < area.rows.0);
        let text = rows.get(own).filter(|row| row.number == area.rows.0).map(|row| row.cell(at).to_owned());
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        for row in rows.iter_mut().skip(own + 1).take_while(|row| row.number <= area.rows.1) {
            if row.cell(at).is_empty() {
                row.set(at, text.clone());
            }
        }
    }
}

impl Row {
    /// A blank row, with room for so many cells.
    pub(crate) fn with_room(cells: usize) -> Self {
        Self { cells: Vec::with_capacity(cells.min(MAX_COLUMNS)), ..Self::default() }
    }

    /// Its number, and those of its parts.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u32> {
        std::iter::once(self.number).chain(self.parts.iter().copied())
    }

    /// The text of a cell, blank where there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The cells that hold something, with their columns.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().map(String::as_str).enumerate().filter(|(_, text)| !text.is_empty())
    }

    /// Its cells in some of the columns, where they stand.
    pub(crate) fn within(&self, columns: &Range<usize>) -> Self {
        let mut row = Self { number: self.number, look: self.look, is_cut: self.is_cut, ..Self::default() };
        self.filled()
            .filter(|(at, _)| columns.contains(at))
            .for_each(|(at, text)| row.set(at, text.to_owned()));
        row
    }

    /// Sets a cell, unless it is blank or too far out.
    pub(crate) fn set(&mut self, column: usize, text: String) {
        if text.is_empty() {
            return;
        }
        if column >= MAX_COLUMNS {
            self.is_cut = true;
            return;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = text;
        }
    }
}
