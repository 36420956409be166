//! Tables that other offices send: a header, and rows of text below it, in CSV, XLSX, XLS, ODS or
//! Parquet.
//!
//! The crate `lists` makes rows of text of bytes. It also finds families in them; here the columns are those that are
//! asked for.

mod account;
mod file_kind;
mod header;
mod left;
mod parquet;
mod row;
mod row_kind;
mod scan;

pub use account::{TableAccount, spans};
pub use header::{Names, Needs};
pub use left::Left;
pub use row::Row;

use crate::fault::{During, Fault, Result};
use crate::register::digest;
use domain::limits::{NOTE, within};
use domain::reading::clean;
use file_kind::file_kind;
use header::{Header, Lacking};
use lists::SheetFault;
use lists::file::{self, Room, Text};
use lists::table::{self, Look};
use parquet::Parquet;
use scan::{Cut, Scan};
use std::borrow::Cow;
use std::path::Path;

/// A file, with the tables in it that have the columns.
pub struct Tables {
    /// Every table of the file.
    pub tables: Vec<Table>,
    /// What of the file is in none of them.
    pub left: Left,
}

/// A text file, one sheet of a workbook, or a Parquet file. On a sheet may stand several tables below one another, each with a
/// header of its own.
pub struct Table {
    /// The file, and the sheet where there are several.
    pub name: String,
    /// Tells it from every other table.
    pub digest: [u8; 32],
    rows: Rows,
    columns: &'static [Names],
    needs: Needs,
    takes_hidden: bool,
}

enum Rows {
    Text(Text),
    Sheet(Vec<table::Row>),
    Parquet(Parquet),
}

/// A header is looked for first in so many rows when it is told what a table lacks.
const TITLES: u32 = 20;

/// More than a sheet of a workbook can have.
const MOST_ROWS: usize = 1 << 20;

/// The most that is unpacked of a workbook, in bytes.
const MOST_UNPACKED: u64 = 200 * 1024 * 1024;

impl Tables {
    /// Opens a file.
    pub fn open(path: &Path, columns: &'static [Names], needs: Needs) -> Result<Self> {
        let bytes = std::fs::read(path).during(format_args!("membaca {}", path.display()))?;
        Self::read(&path.display().to_string(), bytes, columns, needs)
    }

    /// Reads the bytes of a file. Without a table that has the columns it is refused, and told what is missing.
    pub fn read(file: &str, bytes: Vec<u8>, columns: &'static [Names], needs: Needs) -> Result<Self> {
        let of_file = digest(&bytes);
        let mut tables = Self { tables: Vec::new(), left: Left::default() };
        let found = rows(file, bytes, &|cells| Header::of(cells, columns, needs).is_some())?;
        let several = found.len() > 1;
        let mut lacking = Lacking::all(needs);
        for Sheet { sheet, is_hidden, looks_unknown, rows } in found {
            let sheet = sheet.filter(|_| several);
            let name = sheet.as_ref().map_or(file.to_owned(), |sheet| format!("{file}, lembar {sheet}"));
            if is_hidden {
                tables.left.hidden_sheets.push(name);
                continue;
            }
            if !rows.any(&|cells| Header::of(cells, columns, needs).is_some())? {
                rows.each(&mut |number, cells, _, _| {
                    lacking.look_at(number, cells, columns, needs);
                    Ok(number <= TITLES)
                })?;
                tables.left.sheets.push(name);
                continue;
            }
            if looks_unknown {
                tables.left.unknown_looks.push(name.clone());
            }
            let digest = sheet.map_or(of_file, |sheet| digest(&[&of_file, sheet.as_bytes()].concat()));
            tables.tables.push(Table { name, digest, rows, columns, needs, takes_hidden: false });
        }
        if tables.tables.is_empty() {
            return Err(lacking.fault(file, columns, &tables.left.hidden_sheets));
        }
        Ok(tables)
    }
}

/// What kind of file the bytes are by the names of their columns, with the command that reads it; none: nobody can tell.
pub fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let mut kind = None;
    for sheet in rows("", bytes.to_vec(), &|cells| file_kind(cells).is_some()).ok()? {
        let look = &mut |number, cells: &[String], _: Look, _: Cut| {
            kind = kind.or_else(|| file_kind(cells));
            Ok(kind.is_none() && number <= TITLES)
        };
        sheet.rows.each(look).ok()?;
    }
    kind
}

impl Table {
    /// Hidden rows are data too: whoever fills in a sheet of this office filters it.
    #[must_use]
    pub fn with_hidden_rows(self) -> Self {
        Self { takes_hidden: true, ..self }
    }

    /// Reads every row of data, and notes in `left` what became of the others and which columns nobody asked for. The account
    /// of the table must be closed with [`Left::close`] when its reader has done with the rows.
    ///
    /// # Errors
    /// Those of `each`.
    pub fn each_row(&self, left: &mut Left, mut each: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut scan = Scan::of(&self.name, self.columns, self.needs);
        self.rows.each(&mut |line, cells, look, cut| {
            let look = if self.takes_hidden && look == Look::Hidden { Look::Plain } else { look };
            scan.cut(line, cut);
            scan.row(line, cells, look, &mut each)?;
            Ok(true)
        })?;
        scan.end(left, &mut each)
    }
}

/// A sheet, or the whole file.
struct Sheet {
    sheet: Option<String>,
    is_hidden: bool,
    looks_unknown: bool,
    rows: Rows,
}

fn rows(file: &str, bytes: Vec<u8>, is_header: &dyn Fn(&[String]) -> bool) -> Result<Vec<Sheet>> {
    if file::is_workbook(&bytes) {
        let sheets = file::workbook(&bytes, Room::new(MOST_ROWS, MOST_UNPACKED), &mut |_| {})
            .map_err(|it| unreadable(file, it))?;
        let filled = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty());
        return Ok(filled.map(sheet).collect());
    }
    let rows = if bytes.starts_with(b"PAR1") {
        Rows::Parquet(Parquet::open(bytes).ok_or_else(|| unreadable(file, SheetFault::Unreadable))?)
    } else {
        let shows = |rows: &[table::Row]| {
            let cells = rows.iter().map(|row| row.cells.len()).sum::<usize>();
            (rows.iter().any(|row| is_header(&row.cells)), cells)
        };
        Rows::Text(Text::read(&bytes, shows).map_err(|it| unreadable(file, it))?)
    };
    Ok(vec![Sheet { sheet: None, is_hidden: false, looks_unknown: false, rows }])
}

/// A sheet, in which what stands in a cell merged over several rows stands in each of them.
fn sheet(table: table::Table) -> Sheet {
    let table::Table { sheet, is_hidden, mut rows, merged, looks_unknown } = table;
    table::fill_merged(&merged, &mut rows, |_| true);
    Sheet { sheet, is_hidden, looks_unknown, rows: Rows::Sheet(rows) }
}

/// What is done with a row until it has enough: its number, its cells, how it looks, what is lacking of it.
type Each<'a> = dyn FnMut(u32, &[String], Look, Cut) -> Result<bool> + 'a;

/// Whether a cell is read as it stands: it is not long, and holds no control character but the end of a line.
fn is_short(cell: &str) -> bool {
    cell.len() <= NOTE && !cell.chars().any(|c| c.is_control() && c != '\n')
}

impl Rows {
    /// Every row with its number, its cells as a person sees them.
    fn each(&self, each: &mut Each<'_>) -> Result<()> {
        let mut seen = |number, cells: &[String], look, is_wide| {
            let mut cut = Cut { is_wide, is_long: false };
            if cells.iter().all(|cell| cell.is_ascii() && is_short(cell)) {
                return each(number, cells, look, cut);
            }
            let mut cells: Vec<String> = cells.iter().map(|cell| clean(cell)).map(Cow::into_owned).collect();
            for cell in cells.iter_mut().filter(|cell| !is_short(cell)) {
                cut.is_long |= within(cell, NOTE);
            }
            each(number, &cells, look, cut)
        };
        match self {
            Self::Text(text) => {
                for row in text.rows() {
                    if !seen(row.number, &row.cells, row.look, row.is_cut)? {
                        break;
                    }
                }
            }
            Self::Sheet(rows) => {
                for row in rows {
                    if !seen(row.number, &row.cells, row.look, row.is_cut)? {
                        break;
                    }
                }
            }
            Self::Parquet(parquet) => {
                parquet.each(&mut |number, cells| seen(number, cells, Look::Plain, false))?
            }
        }
        Ok(())
    }

    /// Whether there is such a row.
    fn any(&self, is: &dyn Fn(&[String]) -> bool) -> Result<bool> {
        let mut found = false;
        self.each(&mut |_, cells, _, _| {
            found = is(cells);
            Ok(!found)
        })?;
        Ok(found)
    }
}

/// Why a file is no table, and what to do.
fn unreadable(file: &str, fault: SheetFault) -> Fault {
    let (what, remedy) = match fault {
        SheetFault::Password => {
            ("dikunci kata sandi", "Buka di Excel, simpan tanpa kata sandi, lalu ulangi.")
        }
        SheetFault::Empty => ("kosong", "Minta ulang berkasnya kepada pengirim."),
        SheetFault::TooLarge | SheetFault::TooManyRows | SheetFault::Unpacked => (
            "terlalu besar untuk dibaca",
            "Hapus baris, lembar, dan gambar yang tidak diperlukan, atau simpan sebagai CSV (UTF-8), lalu ulangi.",
        ),
        SheetFault::WebPage | SheetFault::WebArchive => (
            "sebenarnya halaman web yang tabelnya tidak dapat dibaca",
            "Buka di Excel, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::Xml => (
            "sebenarnya XML yang bukan lembar kerja",
            "Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::OldWorkbook => (
            "dibuat Excel 4 atau yang lebih lama",
            "Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::Numbers => {
            ("adalah berkas Apple Numbers", "Ekspor sebagai Excel dari Numbers, lalu ulangi.")
        }
        SheetFault::Pdf => ("adalah PDF", "Minta lembar kerja (XLSX) yang menjadi asalnya kepada pengirim."),
        SheetFault::Picture => {
            ("adalah gambar", "Minta lembar kerjanya kepada pengirim, atau ketik ulang sebagai tabel.")
        }
        SheetFault::Document => (
            "adalah dokumen atau presentasi",
            "Salin tabelnya ke lembar kerja, simpan sebagai XLSX, lalu ulangi.",
        ),
        SheetFault::Archive => ("berisi berkas lain", "Buka arsipnya, lalu sebut berkas tabel di dalamnya."),
        SheetFault::Unreadable | SheetFault::NoHeader | SheetFault::NotHouseholds => {
            ("tidak dapat dibaca sebagai tabel", "Simpan ulang sebagai CSV (UTF-8) atau XLSX, lalu ulangi.")
        }
    };
    let code = match fault {
        SheetFault::Unreadable | SheetFault::NoHeader | SheetFault::NotHouseholds => "tidak-terbaca",
        _ => fault.code(),
    };
    Fault::new(code, format!("{file} {what}."), remedy)
}

#[cfg(test)]
mod tests;
