//! Families as a workbook of one sheet.

use super::column::{Cell, Column, Numbers};
use super::rows::{Rows, unwritten};
use lists::formula::guarded;
use office::fault::{Fault, Result};
use office::listing::ListedFamily;
use rust_xlsxwriter::Worksheet;
use std::fs::File;
use std::path::Path;

/// As many rows as a sheet has (ECMA-376, SpreadsheetML), without that of the names.
const MOST: u32 = 1_048_575;

/// A workbook whose rows go to the disk as they come.
pub(super) struct Workbook<'a> {
    book: rust_xlsxwriter::Workbook,
    file: &'a mut File,
    columns: &'a [Column],
    numbers: Numbers,
    rows: u32,
}

impl<'a> Workbook<'a> {
    pub(super) fn begin(
        file: &'a mut File,
        folder: &Path,
        columns: &'a [Column],
        numbers: Numbers,
    ) -> Result<Self> {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.set_tempdir(folder).map_err(unwritten)?;
        let sheet = book.add_worksheet_with_constant_memory().map_err(unwritten)?;
        for (at, column) in (0..).zip(columns) {
            sheet.write_string(0, at, column.name).map_err(unwritten)?;
        }
        Ok(Self { book, file, columns, numbers, rows: 0 })
    }

    fn sheet(&mut self) -> Result<&mut Worksheet> {
        self.book.worksheet_from_index(0).map_err(unwritten)
    }
}

impl Rows for Workbook<'_> {
    fn add(&mut self, family: &ListedFamily) -> Result<()> {
        if self.rows == MOST {
            return Err(too_many());
        }
        self.rows += 1;
        let (row, columns, numbers) = (self.rows, self.columns, self.numbers);
        let sheet = self.sheet()?;
        for (at, column) in (0..).zip(columns) {
            // Cells that a spreadsheet would take for a formula are texts.
            match column.cell(family, numbers) {
                Cell::Number(Some(number)) => {
                    sheet.write_number(row, at, i32::try_from(number).unwrap_or(i32::MAX))
                }
                Cell::Text(Some(text)) => sheet.write_string(row, at, guarded(&text).as_ref()),
                Cell::Number(None) | Cell::Text(None) => continue,
            }
            .map_err(unwritten)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.book.save_to_writer(self.file).map_err(unwritten)
    }
}

fn too_many() -> Fault {
    Fault::new(
        "terlalu-banyak-baris",
        "Daftar ini lebih dari 1.048.575 keluarga: XLSX tidak memuatnya.",
        "Tulis ke .csv atau .parquet, atau persempit, mis. dengan --area.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sheet_cannot_hold_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = tempfile::tempfile().unwrap();
        let columns = Column::chosen(&["kode".to_owned()]).unwrap();
        let mut book = Workbook::begin(&mut file, folder.path(), &columns, Numbers::Masked).unwrap();
        book.rows = MOST - 1;
        let family = super::super::tests::family();
        book.add(&family).unwrap();
        assert_eq!(book.add(&family).unwrap_err().code, "terlalu-banyak-baris");
    }
}
