//! Tables that other offices send: a header, and rows of text below it, in CSV, XLSX, XLS, ODS or
//! Parquet.
//!
//! Lists of families are another matter, and the crate `sheet` reads them: nobody outside this city writes those.

mod parquet;

use crate::fault::{During, Fault, Result};
use calamine::{Data, Reader as _};
use std::fs::File;
use std::io::{BufRead as _, BufReader, Cursor, Seek as _};
use std::path::Path;

/// A column, by the names that it goes by, in small letters and without dots; the first is its own.
pub(crate) type Names = &'static [&'static str];

/// A row, seen through the columns that were asked for.
pub(crate) struct Row<'a> {
    /// As the file shows it, from 1.
    pub(crate) line: u32,
    cells: &'a [String],
    places: &'a [Option<usize>],
}

impl<'a> Row<'a> {
    /// What stands in a column, by its place among those that were asked for; blank where the file has no such column.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        let place = self.places.get(column).copied().flatten();
        place.and_then(|place| self.cells.get(place)).map_or("", |cell| cell.trim())
    }
}

/// Reads every row below the header. `needed` says which of the columns must be there.
pub(crate) fn each_row(
    path: &Path,
    columns: &[Names],
    needed: impl Fn(&[bool]) -> bool,
    each: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    let mut reading = Reading { path, columns, needed, each, places: None };
    let mut file = File::open(path).map(BufReader::new).during(format_args!("membaca {}", path.display()))?;
    let start = file.fill_buf().during(format_args!("membaca {}", path.display()))?;
    match start {
        [b'P', b'K', 3 | 5, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => reading.workbook()?,
        [b'P', b'A', b'R', b'1', ..] => reading.parquet(file.into_inner())?,
        _ => reading.text(file)?,
    }
    match reading.places {
        Some(_) => Ok(()),
        None => Err(reading.no_header()),
    }
}

struct Reading<'a, N, E> {
    path: &'a Path,
    columns: &'a [Names],
    needed: N,
    each: E,
    /// Where the columns stand, once the header was found.
    places: Option<Vec<Option<usize>>>,
}

/// A header stands in one of the first rows: above it are titles.
const TITLES: u32 = 20;

impl<N: Fn(&[bool]) -> bool, E: FnMut(&Row<'_>) -> Result<()>> Reading<'_, N, E> {
    fn text(&mut self, mut file: BufReader<File>) -> Result<()> {
        let reading = format!("membaca {}", self.path.display());
        let start = file.fill_buf().during(&reading)?;
        let first = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |separator: u8| first.iter().filter(|byte| **byte == separator).count();
        let separator =
            [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|it| count(*it)).unwrap_or(b',');
        // The reader has not counted the end of a row when the next begins, where it is of two bytes.
        let uncounted = u64::from(first.ends_with(b"\r"));
        file.rewind().during(&reading)?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(file);
        let (mut record, mut cells) = (csv::ByteRecord::new(), Vec::<String>::new());
        loop {
            let at = reader.position();
            let line = at.line() + if at.byte() > 0 { uncounted } else { 0 };
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            if !reader.read_byte_record(&mut record).map_err(|_| self.unreadable())? {
                return Ok(());
            }
            cells.resize(record.len(), String::new());
            for (cell, bytes) in cells.iter_mut().zip(&record) {
                cell.clear();
                match std::str::from_utf8(bytes) {
                    Ok(text) => cell.push_str(text.trim_start_matches('\u{feff}')),
                    Err(_) => cell.extend(bytes.iter().copied().map(char::from)),
                }
            }
            self.row(line, &cells)?;
        }
    }

    fn workbook(&mut self) -> Result<()> {
        let bytes = std::fs::read(self.path).during(format_args!("membaca {}", self.path.display()))?;
        let file = Cursor::new(bytes);
        let mut book = calamine::open_workbook_auto_from_rs(file).map_err(|_| self.unreadable())?;
        let Some(Ok(range)) = book.worksheet_range_at(0) else { return Err(self.unreadable()) };
        let top = range.start().map_or(0, |(row, _)| row);
        for (line, row) in (top + 1..).zip(range.rows()) {
            let cells: Vec<String> = row.iter().map(cell).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                self.row(line, &cells)?;
            }
        }
        Ok(())
    }

    fn row(&mut self, line: u32, cells: &[String]) -> Result<()> {
        if let Some(places) = &self.places {
            return (self.each)(&Row { line, cells, places });
        }
        let names: Vec<String> = cells.iter().map(|name| plain(name)).collect();
        let place = |column: &Names| column.iter().find_map(|name| names.iter().position(|it| it == name));
        let places: Vec<Option<usize>> = self.columns.iter().map(place).collect();
        let found: Vec<bool> = places.iter().map(Option::is_some).collect();
        if (self.needed)(&found) {
            self.places = Some(places);
        } else if line > TITLES {
            return Err(self.no_header());
        }
        Ok(())
    }

    fn no_header(&self) -> Fault {
        let names: Vec<&str> = self.columns.iter().filter_map(|names| names.first().copied()).collect();
        Fault::new(
            "tanpa-judul",
            format!("{} tidak punya kolom yang diperlukan.", self.path.display()),
            format!("Beri baris judul dengan nama kolom: {}.", names.join(", ")),
        )
    }

    fn unreadable(&self) -> Fault {
        Fault::new(
            "tidak-terbaca",
            format!("{} tidak dapat dibaca sebagai tabel.", self.path.display()),
            "Simpan ulang sebagai CSV (UTF-8) atau XLSX, lalu ulangi.",
        )
    }
}

/// A name as it is compared: `No. KK` is `no kk`.
fn plain(name: &str) -> String {
    let words: Vec<String> = name
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.join(" ")
}

/// What a cell of a workbook shows; whole numbers without a point, dates as ISO.
fn cell(data: &Data) -> String {
    match data {
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.chars().take(10).collect(),
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Names] = &[&["nik", "no ktp"], &["nama"], &["program"]];

    fn rows(text: &str) -> Vec<(u32, [String; 3])> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let mut rows = Vec::new();
        each_row(
            file.path(),
            COLUMNS,
            |found| found[0],
            |row| {
                rows.push((row.line, [0, 1, 2].map(|column| row.cell(column).to_owned())));
                Ok(())
            },
        )
        .unwrap();
        rows
    }

    #[test]
    fn columns_are_found_by_any_of_their_names_below_titles() {
        let expect = [(3, ["1".to_owned(), "Contoh".to_owned(), String::new()])];
        assert_eq!(rows("\u{feff}Daftar;penerima\nNama;No. KTP\nContoh;1\n"), expect);
        assert_eq!(rows("Daftar,penerima\nNAMA,NO_KTP\n\"Contoh\", 1 \n"), expect);
        assert_eq!(rows("Daftar,penerima\r\nNAMA,NO_KTP\r\nContoh,1\r\n"), expect);
    }

    #[test]
    fn a_table_without_the_column_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "Nama\nContoh\n").unwrap();
        let fault = each_row(file.path(), COLUMNS, |found| found[0], |_| Ok(())).unwrap_err();
        assert_eq!(fault.code, "tanpa-judul");
        assert!(fault.remedy.contains("nik"), "{}", fault.remedy);
    }
}
