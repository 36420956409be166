//! CSV, with any separator and in any encoding.

use crate::cell;
use crate::file::rounding::Rounding;
use crate::table::Row;
use encoding_rs::{Encoding, UTF_8, UTF_16LE, WINDOWS_1252};
use lists_protocol::SheetFault;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The separators, the likelier first.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// The separator is found by so many rows: titles above a header take no more.
const PROBE_ROWS: usize = 100;

/// A cell with more lines than this was not meant: a quotation mark was left open.
const MAX_LINES_IN_CELL: usize = 8;

/// A text file, whose rows are made one by one.
#[derive(Debug)]
pub struct Text {
    /// Every line ends in `\n`.
    text: String,
    separator: u8,
    /// Where the rows begin.
    start: usize,
    /// How many rows stand before that.
    skipped: u32,
    /// How many cells most of the first rows have.
    width: usize,
    rounding: Rounding,
}

impl Text {
    /// Decodes a file, and finds its separator: the one for which `shows` gives the most for the first rows.
    ///
    /// # Errors
    /// [`SheetFault::Unreadable`] if it is no text.
    pub fn read<K: Ord>(bytes: &[u8], shows: impl Fn(&[Row]) -> K) -> Result<Self, SheetFault> {
        let mut text = Self::open(bytes, shows)?;
        let mut rounding = Rounding::default();
        let mut rows = text.rows();
        while let Some(row) = rows.step() {
            rounding.see(&row.cells);
        }
        text.rounding = rounding;
        Ok(text)
    }

    /// At most so many rows of a file that fits into the memory: they are made once, and not twice as by [`Text::read`].
    ///
    /// # Errors
    /// As [`Text::read`].
    pub(super) fn read_rows<K: Ord>(
        bytes: &[u8],
        shows: impl Fn(&[Row]) -> K,
        most: usize,
    ) -> Result<Vec<Row>, SheetFault> {
        let mut rows = Self::open(bytes, shows)?.rows().first(most);
        let mut rounding = Rounding::default();
        rows.iter().for_each(|row| rounding.see(&row.cells));
        rows.iter_mut().for_each(|row| rounding.mark(&mut row.cells));
        Ok(rows)
    }

    /// Decodes a file and finds its separator; nothing is known of rounded numbers yet.
    fn open<K: Ord>(bytes: &[u8], shows: impl Fn(&[Row]) -> K) -> Result<Self, SheetFault> {
        let text = decode(bytes)?;
        let mut text = Self {
            text: lines_without_quotes(&text).unwrap_or(text),
            separator: b',',
            start: 0,
            skipped: 0,
            width: 0,
            rounding: Rounding::default(),
        };
        let first = text.text.split('\n').next().unwrap_or_default();
        if let Some(&[separator]) = first.strip_prefix("sep=").map(str::as_bytes) {
            // Excel writes the separator into a line of its own, which counts as a row.
            let start = (first.len() + 1).min(text.text.len());
            text = Self { separator, start, skipped: 1, ..text };
        } else {
            let shows = |separator: u8| shows(&text.rows_between(separator).first(PROBE_ROWS));
            // The first of equals: `max_by_key` would take the last.
            let best = SEPARATORS.into_iter().rev().max_by_key(|separator| shows(*separator));
            text.separator = best.unwrap_or(b',');
        }
        text.width = text.usual_width();
        Ok(text)
    }

    /// The rows that hold anything.
    pub fn rows(&self) -> Rows<'_> {
        self.rows_between(self.separator)
    }

    /// How many cells most of the first rows have.
    fn usual_width(&self) -> usize {
        let text = self.text.get(self.start..).unwrap_or_default();
        let mut counts = BTreeMap::new();
        for record in reader(text, self.separator, true).records().take(PROBE_ROWS).flatten() {
            *counts.entry(record.len()).or_insert(0) += 1;
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(width, _)| width)
    }

    fn rows_between(&self, separator: u8) -> Rows<'_> {
        let rest = self.text.get(self.start..).unwrap_or_default();
        Rows {
            reader: reader(rest, separator, true),
            rest,
            separator,
            width: self.width,
            record: csv::StringRecord::new(),
            number: self.skipped,
            rounding: &self.rounding,
        }
    }
}

/// The rows of a text, one by one.
pub struct Rows<'a> {
    reader: csv::Reader<&'a [u8]>,
    /// What the reader was given.
    rest: &'a str,
    separator: u8,
    /// See [`Text::width`].
    width: usize,
    record: csv::StringRecord,
    /// The number of the row that was read last.
    number: u32,
    rounding: &'a Rounding,
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut row = self.step()?;
        self.rounding.mark(&mut row.cells);
        Some(row)
    }
}

impl Rows<'_> {
    fn first(&mut self, most: usize) -> Vec<Row> {
        std::iter::from_fn(|| self.step()).take(most).collect()
    }

    /// The next row that holds anything, as it stands.
    fn step(&mut self) -> Option<Row> {
        loop {
            let start = self.place();
            // The reader fails on bytes that are no text; these were decoded.
            if !self.reader.read_record(&mut self.record).ok()? {
                return None;
            }
            // The reader skips blank lines; a spreadsheet counts them.
            let rest = self.rest.get(start..).unwrap_or_default();
            let line = rest.trim_start_matches('\n');
            let blank = u32::try_from(rest.len() - line.len()).unwrap_or(u32::MAX);
            self.number = self.number.saturating_add(blank).saturating_add(1);
            let is_open = |cell: &str| cell.split('\n').nth(MAX_LINES_IN_CELL).is_some();
            // Only up to what stands there: a line may have thousands of separators and nothing behind them.
            let filled = self.record.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
            let room = filled.last().map_or(0, |(at, _)| at + 1);
            let mut row = Row { number: self.number, ..Row::with_room(room) };
            let has_lines = self.record.as_slice().contains('\n');
            let is_taken_apart = if has_lines {
                self.record.iter().any(is_open) || self.has_swallowed_rows(line)
            } else {
                self.has_bare_quotes(line)
            };
            if is_taken_apart {
                self.take_as_it_stands(line, &mut row);
            } else {
                self.record.iter().enumerate().for_each(|(at, text)| row.set(at, cell::from_text(text)));
            }
            if !row.cells.is_empty() {
                return Some(row);
            }
        }
    }

    /// Whether two quotation marks that belong to different rows, `"` for as above, have made one row of them: each of its
    /// lines would be a row of its own.
    fn has_swallowed_rows(&self, line: &str) -> bool {
        if self.width < 3 {
            return false;
        }
        let mut lines = line.split('\n').map(|line| cells_as_they_stand(line, self.separator));
        let (first, second) = (lines.next(), lines.next());
        first == Some(self.width) && second >= Some(self.width)
    }

    /// Whether there are quotation marks within cells, and none that holds a separator: where they are not doubled, `"Budi "Aceng""`,
    /// the reader would move them.
    fn has_bare_quotes(&self, line: &str) -> bool {
        self.record.as_slice().contains('"')
            && cells_as_they_stand(line.split('\n').next().unwrap_or_default(), self.separator)
                == self.record.len()
    }

    /// Takes the first line for the row, ignores its quotation marks, and goes on with the next line.
    fn take_as_it_stands(&mut self, from: &str, row: &mut Row) {
        let (line, rest) = from.split_once('\n').unwrap_or((from, ""));
        let mut reader = reader(line, self.separator, false);
        if reader.read_record(&mut self.record).is_ok_and(|read| read) {
            for (at, text) in self.record.iter().enumerate() {
                row.set(at, cell::from_text(&unquoted(text)));
            }
        }
        let start = self.rest.len() - rest.len();
        self.rest = self.rest.get(start..).unwrap_or_default();
        self.reader = self::reader(self.rest, self.separator, true);
    }

    fn place(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }
}

impl std::fmt::Debug for Rows<'_> {
    /// Shows no cell: they hold names and numbers of people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The lines without the quotation marks around each: a CSV that was opened as one column and saved again has them.
fn lines_without_quotes(text: &str) -> Option<String> {
    let is_separator = |c: char| SEPARATORS.iter().any(|separator| char::from(*separator) == c);
    let inside = |line: &str| {
        let inside = line.trim_end_matches(is_separator).strip_prefix('"')?.strip_suffix('"')?;
        let is_whole = inside.contains(is_separator) && !inside.replace("\"\"", "").contains('"');
        is_whole.then(|| inside.replace("\"\"", "\""))
    };
    let is_bare =
        |line: &str| !line.contains('"') && !line.trim_end_matches(is_separator).contains(is_separator);
    let lines: Option<Vec<_>> = text
        .split('\n')
        .map(|line| inside(line).or_else(|| is_bare(line).then(|| line.to_owned())))
        .collect();
    lines.filter(|_| text.split('\n').filter_map(inside).nth(1).is_some()).map(|lines| lines.join("\n"))
}

/// How many cells a line has if quotation marks mean nothing.
fn cells_as_they_stand(line: &str, separator: u8) -> usize {
    line.bytes().filter(|byte| *byte == separator).count() + 1
}

/// A cell without the quotation marks around it, or one that is left open. One alone means: as above.
fn unquoted(text: &str) -> Cow<'_, str> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) => Cow::Owned(inner.replace("\"\"", "\"")),
        None if text != "\"" && text.matches('"').count() == 1 => Cow::Borrowed(text.trim_matches('"')),
        None => Cow::Borrowed(text),
    }
}

fn reader(text: &str, separator: u8, quoting: bool) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .quoting(quoting)
        .from_reader(text.as_bytes())
}

/// Decodes UTF-8 and UTF-16, with or without their mark, or else Windows-1252; every line ends in `\n` afterwards.
fn decode(bytes: &[u8]) -> Result<String, SheetFault> {
    let wide = |bytes: &[u8]| bytes.iter().skip(1).step_by(2).take(8).all(|byte| *byte == 0);
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) => UTF_8,
        None if bytes.len() > 16 && wide(bytes) => UTF_16LE,
        None => WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(bytes);
    // A picture or a PDF.
    if text.contains('\0') || text.starts_with("%PDF") {
        return Err(SheetFault::Unreadable);
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() })
}
