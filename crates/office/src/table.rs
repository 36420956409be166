//! Tables that other offices send: a header, and rows of text below it, in CSV, XLSX, XLS, ODS or
//! Parquet.
//!
//! The crate `lists` makes rows of text of bytes. It also finds families in them; here the columns are those that are
//! asked for.

mod header;
mod left;
mod parquet;

pub use header::{Names, Needs};
pub use left::Left;

use crate::fault::{During, Fault, Result};
use crate::register::digest;
use header::{Header, Lacking};
use lists::SheetFault;
use lists::file::{self, Text};
use lists::table;
use parquet::Parquet;
use std::path::Path;

/// A file, with the tables in it that have the columns.
pub struct Tables {
    /// Every table of the file.
    pub tables: Vec<Table>,
    /// What of the file is in none of them.
    pub left: Left,
}

/// A text file, one sheet of a workbook, or a Parquet file.
pub struct Table {
    /// The file, and the sheet where there are several.
    pub name: String,
    /// Tells it from every other table.
    pub digest: [u8; 32],
    rows: Rows,
    /// The row that names the columns.
    header: u32,
    /// Where the columns stand.
    places: Vec<Option<usize>>,
}

enum Rows {
    Text(Text),
    Sheet(Vec<table::Row>),
    Parquet(Parquet),
}

/// A row, seen through the columns that were asked for.
pub struct Row<'a> {
    /// As the file shows it, from 1. Each row of a table has another.
    pub line: u32,
    cells: &'a [String],
    places: &'a [Option<usize>],
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

/// A header stands in one of the first rows: above it are titles.
const TITLES: u32 = 20;

/// More than a sheet of a workbook can have.
const MOST_ROWS: usize = 1 << 20;

impl Tables {
    /// Opens a file.
    pub fn open(path: &Path, columns: &[Names], needs: Needs) -> Result<Self> {
        let bytes = std::fs::read(path).during(format_args!("membaca {}", path.display()))?;
        Self::read(&path.display().to_string(), bytes, columns, needs)
    }

    /// Reads the bytes of a file. Without a table that has the columns it is refused, and told what is missing.
    pub fn read(file: &str, bytes: Vec<u8>, columns: &[Names], needs: Needs) -> Result<Self> {
        let of_file = digest(&bytes);
        let header = |number: u32, cells: &[String]| Header::of(number, cells, columns, needs);
        let found: Vec<(Option<String>, Rows)> = if file::is_workbook(&bytes) {
            let sheets = file::workbook(&bytes, MOST_ROWS, &mut |_| {}).map_err(|it| unreadable(file, it))?;
            let filled = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty());
            filled.map(|sheet| (sheet.sheet, Rows::Sheet(sheet.rows))).collect()
        } else if bytes.starts_with(b"PAR1") {
            let parquet = Parquet::open(bytes).ok_or_else(|| unreadable(file, SheetFault::Unreadable))?;
            vec![(None, Rows::Parquet(parquet))]
        } else {
            let shows = |rows: &[table::Row]| {
                let cells = rows.iter().map(|row| row.cells.len()).sum::<usize>();
                (rows.iter().any(|row| header(row.number, &row.cells).is_some()), cells)
            };
            let text = Text::read(&bytes, shows).map_err(|it| unreadable(file, it))?;
            vec![(None, Rows::Text(text))]
        };
        let several = found.len() > 1;
        let mut tables = Self { tables: Vec::new(), left: Left::default() };
        let mut lacking = Lacking::all(needs);
        for (sheet, rows) in found {
            let sheet = sheet.filter(|_| several);
            let name = sheet.as_ref().map_or(file.to_owned(), |sheet| format!("{file}, lembar {sheet}"));
            let Some(Header { number, places, others }) = rows.find(&header)? else {
                rows.each(&mut |number, cells| {
                    lacking.look_at(cells, columns, needs);
                    Ok(number <= TITLES)
                })?;
                tables.left.sheets.push(name);
                continue;
            };
            tables.left.add_columns(others);
            tables.tables.push(Table {
                name,
                digest: sheet.map_or(of_file, |sheet| digest(&[&of_file, sheet.as_bytes()].concat())),
                rows,
                header: number,
                places,
            });
        }
        if tables.tables.is_empty() { Err(lacking.fault(file, columns)) } else { Ok(tables) }
    }
}

impl Table {
    /// Reads every row below the header.
    pub fn each_row(&self, mut each: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        self.rows.each(&mut |line, cells| {
            if line > self.header {
                each(&Row { line, cells, places: &self.places })?;
            }
            Ok(true)
        })
    }
}

impl Rows {
    /// Every row with its number, until `each` has enough.
    fn each(&self, each: &mut dyn FnMut(u32, &[String]) -> Result<bool>) -> Result<()> {
        match self {
            Self::Text(text) => {
                for row in text.rows() {
                    if !each(row.number, &row.cells)? {
                        break;
                    }
                }
            }
            Self::Sheet(rows) => {
                for row in rows {
                    if !each(row.number, &row.cells)? {
                        break;
                    }
                }
            }
            Self::Parquet(parquet) => parquet.each(each)?,
        }
        Ok(())
    }

    fn find(&self, header: &dyn Fn(u32, &[String]) -> Option<Header>) -> Result<Option<Header>> {
        let mut found = None;
        self.each(&mut |number, cells| {
            found = header(number, cells);
            Ok(found.is_none() && number <= TITLES)
        })?;
        Ok(found)
    }
}

fn unreadable(file: &str, fault: SheetFault) -> Fault {
    match fault {
        SheetFault::Password => Fault::new(
            fault.code(),
            format!("{file} dikunci kata sandi."),
            "Buka di Excel, simpan tanpa kata sandi, lalu ulangi.",
        ),
        _ => Fault::new(
            "tidak-terbaca",
            format!("{file} tidak dapat dibaca sebagai tabel."),
            "Simpan ulang sebagai CSV (UTF-8) atau XLSX, lalu ulangi.",
        ),
    }
}

#[cfg(test)]
mod tests;
