//! A list of families as a file.

use super::column::{Column, Numbers, object};
use lists::formula::guarded;
use office::fault::{Fault, Result};
use office::listing::ListedFamily;
use rust_xlsxwriter::Workbook;
use std::path::Path;

/// How a list is written.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Csv,
    Xlsx,
    Json,
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
        _ => Err(Fault::new(
            "jenis-berkas",
            format!("{} tidak berakhiran .csv, .xlsx, atau .json.", path.display()),
            "Beri nama dengan salah satu akhiran itu.",
        )),
    }
}

/// The bytes of the file. Cells that a spreadsheet would take for a formula are texts.
pub(super) fn bytes(
    path: &Path,
    columns: &[Column],
    families: &[ListedFamily],
    numbers: Numbers,
) -> Result<Vec<u8>> {
    let failed = || Fault::new("berkas", "Gagal menulis daftar.", "Periksa sisa ruang, lalu ulangi.");
    match kind_of(path)? {
        Kind::Json => {
            let rows: Vec<_> = families.iter().map(|family| object(columns, family, numbers)).collect();
            serde_json::to_vec_pretty(&rows).map_err(|_| failed())
        }
        Kind::Csv => {
            let mut table = csv::Writer::from_writer(Vec::new());
            table.write_record(columns.iter().map(|column| column.name)).map_err(|_| failed())?;
            for family in families {
                let cells = columns.iter().map(|column| guarded(&column.text(family, numbers)).into_owned());
                table.write_record(cells).map_err(|_| failed())?;
            }
            table.into_inner().map_err(|_| failed())
        }
        Kind::Xlsx => workbook(columns, families, numbers).map_err(|_| failed()),
    }
}

fn workbook(
    columns: &[Column],
    families: &[ListedFamily],
    numbers: Numbers,
) -> std::result::Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, column) in (0..).zip(columns) {
        sheet.write_string(0, at, column.name)?;
    }
    for (row, family) in (1..).zip(families) {
        for (at, column) in (0..).zip(columns) {
            match column.value(family, numbers).as_i64() {
                Some(number) => sheet.write_number(row, at, i32::try_from(number).unwrap_or(i32::MAX))?,
                None => sheet.write_string(row, at, guarded(&column.text(family, numbers)).as_ref())?,
            };
        }
    }
    book.save_to_buffer()
}
