//! What the library does not tell of the sheets of an XLS: hidden and struck-out rows. Reads the few records
//! that do ([MS-XLS](https://learn.microsoft.com/openspecs/office_file_formats/ms-xls)).

use crate::file::library::library;
use crate::file::strike::Strike;
use crate::table::Look;
use lists_protocol::SheetFault;
use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read, Write};

/// The most cells of a whole book: those of one sheet that is formatted to its last corner, 400 MB. The library fills the
/// rectangle around what each sheet says it has.
const MAX_CELLS: u64 = 65_536 * 256;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const FONT: u16 = 0x0031;
const XF: u16 = 0x00E0;
const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
/// Cells that hold a text.
const TEXTS: [u16; 3] = [0x00FD, 0x0204, 0x00D6];
/// Cells that hold something else: a number, a truth value or an error, a formula, a row of numbers.
const OTHERS: [u16; 5] = [0x0203, 0x027E, 0x0205, 0x0006, 0x00BD];

/// The rows that do not look plain, as the spreadsheet numbers them.
pub(super) type Looks = BTreeMap<u32, Look>;

/// The book in an XLS, and what the library does not tell of it.
pub(super) struct XlsBook {
    /// The book alone, in a sound container: in a damaged one the library may follow a chain of sectors that never ends.
    pub(super) container: Vec<u8>,
    /// Of each sheet, in the order of the book.
    pub(super) looks: Vec<Looks>,
}

impl XlsBook {
    /// Opens the container; `None` if it cannot be opened, or holds no book.
    ///
    /// # Errors
    /// [`SheetFault::TooManyRows`] if the library would fill the memory, [`SheetFault::Unreadable`] if a sheet says that it ends
    /// before it begins.
    pub(super) fn open(bytes: &[u8]) -> Result<Option<Self>, SheetFault> {
        let Some((name, book)) = library(|| book(bytes))? else { return Ok(None) };
        let looks = looks(&book)?;
        let container = library(|| packed(name, &book))?.map_err(|_| SheetFault::Unreadable)?;
        Ok(Some(Self { container, looks }))
    }
}

/// A container with the book alone.
fn packed(name: &str, book: &[u8]) -> std::io::Result<Vec<u8>> {
    let empty = Cursor::new(Vec::new());
    let mut container = cfb::CompoundFile::create_with_version(cfb::Version::V3, empty)?;
    container.create_stream(name)?.write_all(book)?;
    container.flush()?;
    Ok(container.into_inner().into_inner())
}

fn looks(book: &[u8]) -> Result<Vec<Looks>, SheetFault> {
    let (mut fonts, mut struck, mut starts) = (Vec::new(), HashSet::new(), Vec::new());
    let mut formats = 0_u16;
    for (kind, data) in Records(book) {
        match kind {
            FONT => fonts.push(word(data, 2).is_some_and(|flags| flags & 0x08 != 0)),
            XF => {
                // No font has the number 4.
                let font = word(data, 0).map(|font| usize::from(if font > 4 { font - 1 } else { font }));
                if font.and_then(|font| fonts.get(font)) == Some(&true) {
                    struck.insert(formats);
                }
                formats = formats.saturating_add(1);
            }
            BOUND_SHEET => {
                let start = word(data, 0)
                    .zip(word(data, 2))
                    .map(|(low, high)| u32::from(high) << 16 | u32::from(low));
                starts.push(start.and_then(|start| usize::try_from(start).ok()));
            }
            EOF => break,
            _ => {}
        }
    }
    let mut left = MAX_CELLS;
    let sheet = |start: &Option<usize>| {
        let records = start.and_then(|start| book.get(start..)).unwrap_or_default();
        of_sheet(Records(records), &struck, &mut left)
    };
    starts.iter().map(sheet).collect()
}

fn book(bytes: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name))?;
    let mut book = Vec::new();
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    container.open_stream(name).ok()?.take(most).read_to_end(&mut book).ok()?;
    Some((name, book))
}

fn of_sheet(records: Records<'_>, struck: &HashSet<u16>, left: &mut u64) -> Result<Looks, SheetFault> {
    let mut rows: BTreeMap<u32, (bool, Strike)> = BTreeMap::new();
    let mut depth = 0_u32;
    let mut corner = (0_u64, 0_u64);
    for (kind, data) in records {
        match kind {
            BOF => depth = depth.saturating_add(1),
            EOF if depth <= 1 => break,
            EOF => depth = depth.saturating_sub(1),
            // Charts in the sheet have cells of their own.
            _ if depth > 1 => {}
            DIMENSIONS => {
                let wide = |at| word(data, at).map_or(0, u64::from);
                let (first, rows, columns) = if data.len() >= 14 {
                    (wide(2) << 16 | wide(0), wide(6) << 16 | wide(4), wide(10))
                } else {
                    (wide(0), wide(2), wide(6))
                };
                // The library makes room for all rows between them.
                if rows > 0 && columns > 0 && first >= rows {
                    return Err(SheetFault::Unreadable);
                }
                // What a sheet says of itself may be more than its cells.
                corner = (corner.0.max(rows), corner.1.max(columns));
            }
            ROW => {
                let (Some(row), Some(height), Some(flags)) = (word(data, 0), word(data, 6), word(data, 12))
                else {
                    continue;
                };
                let is_hidden = flags & 0x20 != 0 || height & 0x7FFF == 0;
                rows.entry(u32::from(row)).or_default().0 = is_hidden;
            }
            _ if TEXTS.contains(&kind) || OTHERS.contains(&kind) => {
                let (Some(row), Some(column), Some(format)) = (word(data, 0), word(data, 2), word(data, 4))
                else {
                    continue;
                };
                corner = (corner.0.max(u64::from(row) + 1), corner.1.max(u64::from(column) + 1));
                let strike = &mut rows.entry(u32::from(row)).or_default().1;
                strike.see(TEXTS.contains(&kind), struck.contains(&format));
            }
            _ => {}
        }
    }
    *left = left.checked_sub(corner.0.saturating_mul(corner.1)).ok_or(SheetFault::TooManyRows)?;
    let looks =
        rows.into_iter().map(|(row, (is_hidden, strike))| (row.saturating_add(1), strike.look(is_hidden)));
    Ok(looks.filter(|(_, look)| *look != Look::Plain).collect())
}

/// The records of a stream, one after the other, each with its kind.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (word(self.0, 0)?, word(self.0, 2)?);
        let (data, rest) = self.0.get(4..)?.split_at_checked(usize::from(length))?;
        self.0 = rest;
        Some((kind, data))
    }
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}
