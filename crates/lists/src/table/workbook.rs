//! XLSX, XLS and ODS.

use super::{Row, Table};
use crate::cell;
use crate::fault::SheetFault;
use crate::progress;
use calamine::{Data, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// The sheets that a reader of the workbook sees.
pub(super) fn tables(
    bytes: &[u8],
    most: usize,
    tell: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let cursor = Cursor::new(bytes);
    let tables = match bytes.first() {
        Some(b'P') => match Xlsx::new(cursor.clone()) {
            Ok(book) => xlsx(book, most, tell),
            Err(_) => Ods::new(cursor)
                .map_err(ods_fault)
                .and_then(|book| whole(book, most, tell, |_| SheetFault::Unreadable)),
        },
        // An XLSX with a password is wrapped like an XLS; only its own reader tells.
        _ => match Xls::new(cursor.clone()) {
            Ok(book) => whole(book, most, tell, |_| SheetFault::Unreadable),
            Err(XlsError::Password) => Err(SheetFault::Password),
            Err(_) => Err(Xlsx::new(cursor).err().map_or(SheetFault::Unreadable, xlsx_fault)),
        },
    }?;
    if tables.iter().all(|table| table.rows.is_empty()) { Err(SheetFault::Empty) } else { Ok(tables) }
}

/// Cell by cell: a single cell in the last corner must not make a table of 16 thousand million cells.
fn xlsx(
    mut book: Xlsx<Bytes<'_>>,
    most: usize,
    tell: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let mut tables = Vec::new();
    for sheet in seen(&book) {
        let mut reader = book.worksheet_cells_reader(&sheet).map_err(xlsx_fault)?;
        let mut rows = Rows { rows: Vec::new(), most };
        while let Some(found) = reader.next_cell().map_err(xlsx_fault)? {
            let (row, column) = found.get_position();
            rows.put(row, column, &Data::from(found.get_value().clone()), tell)?;
        }
        tables.push(Table { sheet: Some(sheet), rows: rows.rows });
    }
    Ok(tables)
}

fn whole<'a, B: Reader<Bytes<'a>>>(
    mut book: B,
    most: usize,
    tell: &mut dyn FnMut(usize),
    fault: impl Fn(B::Error) -> SheetFault,
) -> Result<Vec<Table>, SheetFault> {
    let mut tables = Vec::new();
    for sheet in seen(&book) {
        let range = book.worksheet_range(&sheet).map_err(&fault)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Rows { rows: Vec::new(), most };
        for (row, column, data) in range.used_cells() {
            let at =
                |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
            rows.put(at(first_row, row), at(first_column, column), data, tell)?;
        }
        tables.push(Table { sheet: Some(sheet), rows: rows.rows });
    }
    Ok(tables)
}

/// Hidden sheets hold what their owner does not mean to send.
fn seen<'a>(book: &impl Reader<Bytes<'a>>) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let seen = sheets.filter(|s| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet);
    seen.map(|sheet| sheet.name.clone()).collect()
}

/// Rows as they grow, cell by cell in reading order.
struct Rows {
    rows: Vec<Row>,
    most: usize,
}

impl Rows {
    fn put(
        &mut self,
        row: u32,
        column: u32,
        data: &Data,
        tell: &mut dyn FnMut(usize),
    ) -> Result<(), SheetFault> {
        let text = cell::from_workbook(data);
        if text.is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        // No program writes a row above one that it has written.
        if self.rows.last().is_some_and(|last| last.number > number) {
            return Err(SheetFault::Unreadable);
        }
        if self.rows.last().is_none_or(|last| last.number != number) {
            if self.rows.len() == self.most {
                return Err(SheetFault::TooManyRows);
            }
            self.rows.push(Row { number, cells: Vec::new() });
            progress::each(progress::ROWS, self.rows.len(), &mut *tell);
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
