//! CSV with whatever between its cells, in whatever encoding.

use super::{Row, Table};
use crate::cell;
use crate::fault::{MAX_ROWS, SheetFault};
use crate::header;
use encoding_rs::{Encoding, UTF_8, UTF_16LE, WINDOWS_1252};

/// What stands between cells, the likelier first.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// As many rows as the titles above a header may take, for finding out the separator.
const PROBE_ROWS: usize = 100;

/// A cell of more lines than this is not meant: a quotation mark was left open.
const MAX_LINES_IN_CELL: usize = 8;

/// The one table of a text file.
pub(super) fn table(bytes: &[u8]) -> Result<Table, SheetFault> {
    let text = decode(bytes)?;
    let (separator, text, skipped) = separator(&text);
    let mut rows = rows(text, separator, true, MAX_ROWS + 1)?;
    let swallowed = |row: &Row| row.cells.iter().any(|cell| cell.lines().count() > MAX_LINES_IN_CELL);
    if rows.iter().any(swallowed) {
        rows = self::rows(text, separator, false, MAX_ROWS + 1)?;
    }
    if rows.len() > MAX_ROWS {
        return Err(SheetFault::TooManyRows);
    }
    for row in &mut rows {
        row.number += skipped;
    }
    mark_rounded(&mut rows);
    Ok(Table { sheet: None, rows })
}

/// UTF-8 and UTF-16 by their mark or their look, Windows-1252 otherwise; every line ends in `\n` afterwards.
fn decode(bytes: &[u8]) -> Result<String, SheetFault> {
    let wide = |bytes: &[u8]| bytes.iter().skip(1).step_by(2).take(8).all(|byte| *byte == 0);
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) => UTF_8,
        None if bytes.len() > 16 && wide(bytes) => UTF_16LE,
        None => WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(bytes);
    // Pictures and PDF are bytes too.
    if text.contains('\0') || text.starts_with("%PDF") {
        return Err(SheetFault::Unreadable);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The separator under which a header shows best; Excel's own `sep=;` line says it outright and is a row.
fn separator(text: &str) -> (u8, &str, u32) {
    let first = text.split('\n').next().unwrap_or_default();
    if let Some(&[separator]) = first.strip_prefix("sep=").map(str::as_bytes) {
        return (separator, text.get(first.len() + 1..).unwrap_or_default(), 1);
    }
    // Without a header, the one that makes the most cells.
    let shows = |separator: u8| {
        let rows = rows(text, separator, true, PROBE_ROWS).unwrap_or_default();
        let cells: usize = rows.iter().map(|row| row.filled().count()).sum();
        (header::recognised(&Table { sheet: None, rows }), cells)
    };
    // The first of equals: `max_by_key` would take the last.
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| shows(*separator));
    (best.unwrap_or(b','), text, 0)
}

/// A spreadsheet that rounded a column of long numbers and wrote them out in full gave each a 0 at the end.
fn mark_rounded(rows: &mut [Row]) {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    for column in 0..width {
        let mut long: Vec<&mut String> = rows
            .iter_mut()
            .filter_map(|row| row.cells.get_mut(column))
            .filter(|text| text.len() == 16 && cell::digits(text) == 16)
            .collect();
        // One real list in a hundred thousand would look like this by chance.
        if long.len() >= 5 && long.iter().all(|text| text.ends_with('0')) {
            long.iter_mut().for_each(|text| **text = cell::from_digits(text));
        }
    }
}

fn rows(text: &str, separator: u8, quoting: bool, limit: usize) -> Result<Vec<Row>, SheetFault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut number = 0u32;
    while rows.len() < limit {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut record).map_err(|_| SheetFault::Unreadable)? {
            break;
        }
        // The reader passes over blank lines; a spreadsheet counts them.
        let blank = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches('\n').len());
        number = number.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX)).saturating_add(1);
        let mut row = Row { number, cells: Vec::new() };
        for (column, text) in record.iter().enumerate() {
            let text = if quoting { text } else { text.trim_matches('"') };
            row.set(column, cell::from_text(text));
        }
        if !row.cells.is_empty() {
            rows.push(row);
        }
    }
    Ok(rows)
}
