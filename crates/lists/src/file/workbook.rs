//! Files with sheets: XLSX, XLSB, XLS and ODS, and what other programs give under these names.

use crate::file::format::Format;
use crate::file::library::library;
use crate::file::ods_sheet;
use crate::file::package::{Kind, Package};
use crate::file::room::Room;
use crate::file::rows::Rows;
use crate::file::value::shown;
use crate::file::web_page::web_page;
use crate::file::xls_sheet::XlsBook;
use crate::file::xlsb_errors;
use crate::file::xlsx_sheet::{self, Struck};
use crate::file::xml_spreadsheet::xml_spreadsheet;
use crate::table::{Merged, Table};
use calamine::{
    Data, Dimensions, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx,
    XlsxError,
};
use lists_protocol::SheetFault;
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// The sheets of a workbook, the hidden ones too. `report` is called now and then with the number of rows so far.
///
/// # Errors
/// [`SheetFault`] if it cannot be opened, or there is not room enough for it.
pub fn workbook(
    bytes: &[u8],
    mut room: Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let room = &mut room;
    let tables = match Format::of(bytes) {
        Format::Zip => zipped(bytes, room, report),
        Format::Compound => compound(bytes, room, report),
        Format::WebPage => web_page(bytes, room, report),
        Format::XmlSpreadsheet => xml_spreadsheet(bytes, room, report),
        Format::Other(fault) => Err(fault),
        Format::Text => Err(SheetFault::Unreadable),
    }?;
    repeated(&tables, room)?;
    if tables.iter().all(|table| table.rows.is_empty()) { Err(SheetFault::Empty) } else { Ok(tables) }
}

fn zipped(bytes: &[u8], room: &mut Room, report: &mut dyn FnMut(usize)) -> Result<Vec<Table>, SheetFault> {
    let mut package = Package::open(bytes, room.unpacked)?;
    match package.kind() {
        Kind::Xlsx => xlsx(&mut package, bytes, room, report),
        Kind::Xlsb => {
            let book = library(|| Xlsb::new(Cursor::new(bytes)))?.map_err(xlsb_fault)?;
            let mut tables = xlsb(book, room, report)?;
            xlsb_errors::mark(bytes, &mut tables, room)?;
            Ok(tables)
        }
        Kind::Ods => ods(&package, bytes, room, report),
        Kind::Other(fault) => Err(fault),
    }
}

/// An XLS, or an XLSX with a password, which is wrapped like an XLS.
fn compound(bytes: &[u8], room: &mut Room, report: &mut dyn FnMut(usize)) -> Result<Vec<Table>, SheetFault> {
    let Some(XlsBook { container, looks }) = XlsBook::open(bytes)? else {
        return Err(match () {
            () if has_stream(bytes, "EncryptedPackage") => SheetFault::Password,
            () if has_stream(bytes, "WordDocument") || has_stream(bytes, "PowerPoint Document") => {
                SheetFault::Document
            }
            () => SheetFault::Unreadable,
        });
    };
    match library(|| Xls::new(Cursor::new(container.as_slice())))? {
        Ok(book) => {
            let merged =
                |book: &mut Xls<_>, name: &str| book.merge_cells_by_sheet_name(name).unwrap_or_default();
            let places: Vec<String> = book.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
            let mut tables = whole(book, merged, room, report)?;
            for table in &mut tables {
                let place = places.iter().position(|name| Some(name) == table.sheet.as_ref());
                let Some(looks) = place.and_then(|place| looks.get(place)) else { continue };
                for row in &mut table.rows {
                    row.look = looks.get(&row.number).copied().unwrap_or_default();
                }
            }
            Ok(tables)
        }
        Err(XlsError::Password) => Err(SheetFault::Password),
        Err(_) => Err(SheetFault::Unreadable),
    }
}

/// Whether the container names a stream.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Reads an XLSX cell by cell: a single one in the last corner must not make a table of 16 thousand million.
fn xlsx(
    package: &mut Package,
    bytes: &[u8],
    room: &mut Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let parts = package.prepare();
    // No program writes a part that is two sheets. With many of them a small package would be a large table.
    let mut paths: Vec<&str> = parts.iter().map(|part| part.path.as_str()).collect();
    paths.sort_unstable();
    if paths.windows(2).any(|two| two.first() == two.last()) {
        return Err(SheetFault::Unreadable);
    }
    let texts: Vec<_> = parts.iter().map(|part| package.sheet(part)).collect();
    if texts.iter().flatten().any(|text| xlsx_sheet::has_impossible_position(text)) {
        return Err(SheetFault::Unreadable);
    }
    let bytes = package.mended(bytes)?;
    let book = library(|| Xlsx::new(Cursor::new(&*bytes)))?;
    let mut book = book.map_err(|error| match error {
        XlsxError::Password => SheetFault::Password,
        _ => SheetFault::Unreadable,
    })?;
    let struck = Struck::of(package);
    let mut tables = Vec::new();
    for sheet in sheets(&book)? {
        let reader = library(|| book.worksheet_cells_reader(&sheet.name))?;
        let mut reader = reader.map_err(|_| SheetFault::Unreadable)?;
        let mut rows = Rows::new(&mut *room, &mut *report);
        let mut next = || {
            let cell = reader.next_cell()?;
            Ok(cell.map(|cell| (cell.get_position(), Data::from(cell.get_value().clone()))))
        };
        let fault = |_: XlsxError| SheetFault::Unreadable;
        while let Some(((row, column), data)) = library(&mut next)?.map_err(fault)? {
            rows.put(row, at(0, column), shown(&data))?;
        }
        let mut table = table(&sheet, rows);
        if let Some(text) =
            parts.iter().find(|part| part.name == sheet.name).and_then(|part| package.sheet(part))
        {
            xlsx_sheet::tell(&mut table, &text, &struck);
        }
        tables.push(table);
    }
    Ok(tables)
}

/// Reads an XLSB cell by cell too. The library tells neither its merged cells nor how its rows look.
fn xlsb(
    mut book: Xlsb<Bytes<'_>>,
    room: &mut Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let mut tables = Vec::new();
    for sheet in sheets(&book)? {
        let reader = library(|| book.worksheet_cells_reader(&sheet.name))?;
        let mut reader = reader.map_err(|_| SheetFault::Unreadable)?;
        let mut rows = Rows::new(&mut *room, &mut *report);
        let mut next = || {
            let cell = reader.next_cell()?;
            Ok(cell.map(|cell| (cell.get_position(), Data::from(cell.get_value().clone()))))
        };
        let fault = |_: XlsbError| SheetFault::Unreadable;
        while let Some(((row, column), data)) = library(&mut next)?.map_err(fault)? {
            rows.put(row, at(0, column), shown(&data))?;
        }
        tables.push(table(&sheet, rows));
    }
    Ok(unknown_looks(tables))
}

fn ods(
    package: &Package,
    bytes: &[u8],
    room: &mut Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    // What is locked is no XML, and the library must not open what would fill the memory.
    if package.is_locked() {
        return Err(SheetFault::Password);
    }
    let seen =
        package.text("content.xml").map(|text| ods_sheet::sheets(&text)).transpose()?.unwrap_or_default();
    let book = library(|| Ods::new(Cursor::new(bytes)))?.map_err(|_| SheetFault::Unreadable)?;
    let mut tables = whole(book, |_, _| Vec::new(), room, report)?;
    for table in &mut tables {
        let Some(seen) = seen.iter().find(|seen| Some(&seen.name) == table.sheet.as_ref()) else { continue };
        for row in &mut table.rows {
            row.look = seen.look(row.number);
        }
        table.merged.clone_from(&seen.merged);
    }
    Ok(tables)
}

/// Reads a workbook whose reader gives a whole sheet at once.
fn whole<'a, B: Reader<Bytes<'a>>>(
    mut book: B,
    merged: impl Fn(&mut B, &str) -> Vec<Dimensions>,
    room: &mut Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let mut tables = Vec::new();
    for sheet in sheets(&book)? {
        let range = library(|| book.worksheet_range(&sheet.name))?.map_err(|_| SheetFault::Unreadable)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = Rows::new(&mut *room, &mut *report);
        for (row, column, data) in range.used_cells() {
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            rows.put(row, at(column, first_column), shown(data))?;
        }
        let mut table = table(&sheet, rows);
        table.merged = library(|| merged(&mut book, &sheet.name))?.iter().map(region).collect();
        tables.push(table);
    }
    Ok(tables)
}

/// Takes room for what merged cells will stand for: their text in each of their rows.
fn repeated(tables: &[Table], room: &mut Room) -> Result<(), SheetFault> {
    for table in tables {
        for area in &table.merged {
            let own = table.rows.partition_point(|row| row.number < area.rows.0);
            let end = table.rows.partition_point(|row| row.number <= area.rows.1);
            let text = table.rows.get(own).map_or(0, |row| row.cell(area.columns.0).len());
            room.take_bytes(text.saturating_mul(end.saturating_sub(own).saturating_sub(1)))?;
        }
    }
    Ok(())
}

/// The sheets that hold rows.
fn sheets<'a>(book: &impl Reader<Bytes<'a>>) -> Result<Vec<Sheet>, SheetFault> {
    let sheets = library(|| book.sheets_metadata())?.iter();
    Ok(sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect())
}

fn table(sheet: &Sheet, rows: Rows<'_>) -> Table {
    Table {
        sheet: Some(sheet.name.clone()),
        is_hidden: sheet.visible != SheetVisible::Visible,
        rows: rows.into_rows(),
        ..Table::default()
    }
}

fn unknown_looks(mut tables: Vec<Table>) -> Vec<Table> {
    tables.iter_mut().for_each(|table| table.looks_unknown = true);
    tables
}

fn region(cells: &Dimensions) -> Merged {
    let (first, last) = (cells.start, cells.end);
    Merged {
        rows: (first.0.saturating_add(1), last.0.saturating_add(1)),
        columns: (at(0, first.1), at(0, last.1)),
    }
}

/// A column.
fn at(offset: usize, start: u32) -> usize {
    usize::try_from(start).unwrap_or(usize::MAX).saturating_add(offset)
}

fn xlsb_fault(error: XlsbError) -> SheetFault {
    match error {
        XlsbError::Password => SheetFault::Password,
        _ => SheetFault::Unreadable,
    }
}
