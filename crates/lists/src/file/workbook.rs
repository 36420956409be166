//! XLSX, XLS and ODS.

use crate::file::library::library;
use crate::file::value::shown;
use crate::progress;
use crate::table::{Row, Table};
use calamine::{Data, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use lists_protocol::SheetFault;
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// The visible sheets of a workbook. `report` is called now and then with the number of rows so far.
///
/// # Errors
/// [`SheetFault`] if it cannot be opened, or a sheet has more than `most_rows`.
pub fn workbook(
    bytes: &[u8],
    most_rows: usize,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let cursor = Cursor::new(bytes);
    let tables = match bytes.first() {
        Some(b'P') => match library(|| Xlsx::new(cursor.clone()))? {
            Ok(book) => cell_by_cell(book, most_rows, report),
            Err(_) => library(|| Ods::new(cursor))?
                .map_err(ods_fault)
                .and_then(|book| whole(book, most_rows, report)),
        },
        // An XLSX with a password is wrapped like an XLS; only the reader of XLSX recognises it.
        _ => match library(|| Xls::new(cursor.clone()))? {
            Ok(book) => whole(book, most_rows, report),
            Err(XlsError::Password) => Err(SheetFault::Password),
            Err(_) => Err(library(|| Xlsx::new(cursor))?.err().map_or(SheetFault::Unreadable, xlsx_fault)),
        },
    }?;
    if tables.iter().all(|table| table.rows.is_empty()) { Err(SheetFault::Empty) } else { Ok(tables) }
}

/// Reads an XLSX: a single cell in the last corner must not make a table of 16 thousand million cells.
fn cell_by_cell(
    mut book: Xlsx<Bytes<'_>>,
    most_rows: usize,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let mut tables = Vec::new();
    for sheet in visible(&book)? {
        let mut reader = library(|| book.worksheet_cells_reader(&sheet))?.map_err(xlsx_fault)?;
        let mut rows = Rows { rows: Vec::new(), most_rows };
        let mut next = || {
            let cell = reader.next_cell()?;
            Ok(cell.map(|cell| (cell.get_position(), Data::from(cell.get_value().clone()))))
        };
        while let Some(((row, column), data)) = library(&mut next)?.map_err(xlsx_fault)? {
            rows.put(row, column, &data, report)?;
        }
        tables.push(Table { sheet: Some(sheet), rows: rows.rows });
    }
    Ok(tables)
}

/// Reads an XLS or ODS, whose reader gives a whole sheet at once.
fn whole<'a, B: Reader<Bytes<'a>>>(
    mut book: B,
    most_rows: usize,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let mut tables = Vec::new();
    for sheet in visible(&book)? {
        let range = library(|| book.worksheet_range(&sheet))?.map_err(|_| SheetFault::Unreadable)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Rows { rows: Vec::new(), most_rows };
        let at = |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        for (row, column, data) in range.used_cells() {
            rows.put(at(first_row, row), at(first_column, column), data, report)?;
        }
        tables.push(Table { sheet: Some(sheet), rows: rows.rows });
    }
    Ok(tables)
}

/// Hidden sheets hold what their owner does not mean to send.
fn visible<'a>(book: &impl Reader<Bytes<'a>>) -> Result<Vec<String>, SheetFault> {
    let sheets = library(|| book.sheets_metadata())?.iter();
    let visible = sheets.filter(|s| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet);
    Ok(visible.map(|sheet| sheet.name.clone()).collect())
}

/// Rows as they grow, cell by cell in reading order.
struct Rows {
    rows: Vec<Row>,
    most_rows: usize,
}

impl Rows {
    fn put(
        &mut self,
        row: u32,
        column: u32,
        data: &Data,
        report: &mut dyn FnMut(usize),
    ) -> Result<(), SheetFault> {
        let text = shown(data);
        if text.is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        // No program writes a row above one that it has written.
        if self.rows.last().is_some_and(|last| last.number > number) {
            return Err(SheetFault::Unreadable);
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() == self.most_rows {
                return Err(SheetFault::TooManyRows);
            }
            self.rows.push(Row { number, cells: Vec::new() });
            progress::each(progress::ROWS, self.rows.len(), &mut *report);
        }
        if let (Some(last), Ok(column)) = (self.rows.last_mut(), usize::try_from(column)) {
            last.set(column, text);
        }
        Ok(())
    }
}

fn xlsx_fault(error: XlsxError) -> SheetFault {
    match error {
        XlsxError::Password => SheetFault::Password,
        _ => SheetFault::Unreadable,
    }
}

fn ods_fault(error: OdsError) -> SheetFault {
    match error {
        OdsError::Password => SheetFault::Password,
        _ => SheetFault::Unreadable,
    }
}
