//! A list of families as a file, of one kind or another.

use super::column::{Column, Numbers};
use super::json_rows::JsonRows;
use super::parquet_rows::ParquetRows;
use super::rows::{Rows, unwritten};
use super::workbook::Workbook;
use lists::formula::guarded;
use office::fault::{Fault, Result};
use office::listing::ListedFamily;
use std::fs::File;
use std::path::Path;

/// How a list is written.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Csv,
    Xlsx,
    Json,
    Parquet,
}

/// By the end of its name.
///
/// # Errors
/// It has none of these.
pub(super) fn kind_of(path: &Path) -> Result<Kind> {
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
        Some("csv") => Ok(Kind::Csv),
        Some("xlsx") => Ok(Kind::Xlsx),
        Some("json") => Ok(Kind::Json),
        Some("parquet") => Ok(Kind::Parquet),
        _ => Err(Fault::new(
            "jenis-berkas",
            format!("{} tidak berakhiran .csv, .xlsx, .json, atau .parquet.", path.display()),
            "Beri nama dengan salah satu akhiran itu.",
        )),
    }
}

/// What writes families into `file` while they are walked through. `folder` takes what waits on the disk meanwhile.
pub(super) fn writer<'a>(
    kind: Kind,
    file: &'a mut File,
    folder: &Path,
    columns: &'a [Column],
    numbers: Numbers,
) -> Result<Box<dyn Rows + 'a>> {
    Ok(match kind {
        Kind::Csv => Box::new(CsvRows::begin(file, columns, numbers)?),
        Kind::Xlsx => Box::new(Workbook::begin(file, folder, columns, numbers)?),
        Kind::Json => Box::new(JsonRows::begin(file, columns, numbers)),
        Kind::Parquet => Box::new(ParquetRows::begin(file, columns, numbers)?),
    })
}

/// Cells that a spreadsheet would take for a formula are texts.
struct CsvRows<'a> {
    table: csv::Writer<&'a mut File>,
    columns: &'a [Column],
    numbers: Numbers,
}

impl<'a> CsvRows<'a> {
    fn begin(file: &'a mut File, columns: &'a [Column], numbers: Numbers) -> Result<Self> {
        let mut table = csv::Writer::from_writer(file);
        table.write_record(columns.iter().map(|column| column.name)).map_err(unwritten)?;
        Ok(Self { table, columns, numbers })
    }
}

impl Rows for CsvRows<'_> {
    fn add(&mut self, family: &ListedFamily) -> Result<()> {
        let cells = self.columns.iter().map(|column| column.text(family, self.numbers));
        self.table.write_record(cells.map(|cell| guarded(&cell).into_owned())).map_err(unwritten)
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        self.table.flush().map_err(unwritten)
    }
}
