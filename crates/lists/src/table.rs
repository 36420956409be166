//! Rows of text, whatever the program that wrote them.

/// Columns beyond this one are not read: no list has so many, and a stray cell far out would fill the memory.
const MAX_COLUMNS: usize = 256;

/// One sheet, or one text file.
#[derive(Debug)]
pub struct Table {
    /// The sheet's name, where there are sheets.
    pub sheet: Option<String>,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
}

/// One row, with its number as the spreadsheet shows it.
#[derive(Debug, Default)]
pub struct Row {
    /// From 1; no two rows of a table have the same.
    pub number: u32,
    /// As text; blanks at the end are left out.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a cell, blank where there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The cells that hold something, with their columns.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().map(String::as_str).enumerate().filter(|(_, text)| !text.is_empty())
    }

    /// Sets a cell, unless it is blank or too far out.
    pub(crate) fn set(&mut self, column: usize, text: String) {
        if column >= MAX_COLUMNS || text.is_empty() {
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
