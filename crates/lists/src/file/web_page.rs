//! A web page with tables, as many programs give it under the name of a workbook.

use crate::cell::from_text;
use crate::file::markup::{character, decode, html_attribute, reader};
use crate::file::room::Room;
use crate::file::strike::Strike;
use crate::file::value::from_number;
use crate::progress;
use crate::table::{Merged, Row, Table};
use lists_protocol::SheetFault;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// The most columns or rows that one cell stands for.
const MAX_SPAN: u32 = 1000;

/// Each table of a page, in the order in which they end. Rows are numbered as Excel shows the page, in one sheet; texts
/// that stand in no table are rows of the one that follows, or of the last.
///
/// # Errors
/// [`SheetFault::WebPage`] if it has no table or cannot be read; [`SheetFault::TooManyRows`]; [`SheetFault::Unpacked`].
pub(super) fn web_page(
    bytes: &[u8],
    room: &mut Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let text = prepared(&decode(bytes));
    let mut page = Page::default();
    let mut reader = reader(&text);
    let mut reported = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => page.start(&element)?,
            Ok(Event::End(element)) => page.end(&element.local_name().as_ref().to_ascii_lowercase()),
            Ok(Event::Text(text)) => page.text(&text),
            Ok(Event::CData(text)) => page.text(&text),
            Ok(Event::GeneralRef(reference)) => page.text(&character(&reference)),
            Ok(Event::Eof) => break,
            Err(_) => return Err(SheetFault::WebPage),
            Ok(_) => {}
        }
        if page.written > room.rows {
            return Err(SheetFault::TooManyRows);
        }
        room.take_bytes(std::mem::take(&mut page.bytes))?;
        if page.written != reported {
            reported = page.written;
            progress::each(progress::ROWS, reported, &mut *report);
        }
    }
    page.finish()
}

/// The text of a page without its scripts, and with what only Excel writes and no reader of XML takes made a tag.
fn prepared(text: &str) -> String {
    let mut text = text.to_owned();
    for (start, end) in [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")] {
        // Letters of ASCII alone change, so the places are the same.
        let lower = text.to_ascii_lowercase();
        let mut kept = String::with_capacity(text.len());
        let mut from = 0;
        while let Some(at) = lower.get(from..).and_then(|rest| rest.find(start)).map(|at| from + at) {
            kept.push_str(text.get(from..at).unwrap_or_default());
            let close = lower.get(at..).and_then(|rest| rest.find(end));
            from = close.map_or(text.len(), |close| at + close + end.len());
        }
        kept.push_str(text.get(from..).unwrap_or_default());
        text = kept;
    }
    text.replace("<![CDATA[", "").replace("<![", "<x ")
}

#[derive(Default)]
struct Page {
    /// Tables in which we are: a page may have tables in cells of a table.
    open: Vec<Grid>,
    done: Vec<Table>,
    /// Rows of texts that stand in no table.
    titles: Vec<Row>,
    /// The text outside of cells that was not written yet.
    loose: String,
    /// The number of the row that was written last.
    number: u32,
    written: usize,
    /// What its rows take for which no room was taken yet.
    bytes: usize,
    is_head: bool,
}

#[derive(Default)]
struct Grid {
    rows: Vec<Row>,
    merged: Vec<Merged>,
    row: Option<Row>,
    is_hidden: bool,
    strike: Strike,
    column: usize,
    /// For each column, how many rows a cell from above still covers.
    covered: Vec<u32>,
    /// What cells of this row will cover below it.
    covers: Vec<(usize, u32, u32)>,
    cell: Option<Cell>,
    struck_tags: u32,
}

struct Cell {
    column: usize,
    text: String,
    /// The number that Excel wrote beside what it shows.
    number: Option<f64>,
    is_struck: bool,
    has_plain: bool,
    has_struck: bool,
}

impl Page {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), SheetFault> {
        let name = element.local_name().as_ref().to_ascii_lowercase();
        // A lone `<` in a text swallows the tag behind it.
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(SheetFault::WebPage);
        }
        match name.as_str() {
            "head" => self.is_head = true,
            "body" => self.is_head = false,
            "table" => {
                self.is_head = false;
                self.flush();
                let rows = if self.open.is_empty() { std::mem::take(&mut self.titles) } else { Vec::new() };
                self.open.push(Grid { rows, ..Grid::default() });
            }
            "tr" => {
                self.flush();
                self.end_row();
                self.start_row(element);
            }
            "td" | "th" => {
                if self.open.last().is_some_and(|grid| grid.row.is_none()) {
                    self.flush();
                    self.start_row(element);
                }
                if let Some(grid) = self.open.last_mut() {
                    grid.start_cell(element);
                }
            }
            "s" | "strike" | "del" => self.strike(1),
            "br" => self.text("\n"),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "li" | "center" => {
                self.part()
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "head" => self.is_head = false,
            "table" => self.end_table(),
            "tr" | "thead" | "tbody" | "tfoot" => self.end_row(),
            "td" | "th" => {
                if let Some(grid) = self.open.last_mut() {
                    grid.end_cell();
                }
            }
            "s" | "strike" | "del" => self.strike(-1),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "li" | "center" => {
                self.part()
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_head {
            return;
        }
        let is_break = text == "\n";
        match self.open.last_mut().and_then(|grid| Some((grid.struck_tags > 0, grid.cell.as_mut()?))) {
            Some((is_struck, cell)) => {
                if !text.trim().is_empty() {
                    let is_struck = is_struck || cell.is_struck;
                    cell.has_struck |= is_struck;
                    cell.has_plain |= !is_struck;
                }
                append(&mut cell.text, text, is_break);
            }
            None if is_break => self.flush(),
            None => append(&mut self.loose, text, false),
        }
    }

    /// A paragraph begins or ends: in a cell that is a new line, elsewhere a new row.
    fn part(&mut self) {
        match self.open.last_mut().and_then(|grid| grid.cell.as_mut()) {
            Some(cell) if !cell.text.trim().is_empty() => append(&mut cell.text, "\n", true),
            Some(_) => {}
            None => self.flush(),
        }
    }

    fn strike(&mut self, by: i32) {
        if let Some(grid) = self.open.last_mut() {
            grid.struck_tags = grid.struck_tags.saturating_add_signed(by);
        }
    }

    fn start_row(&mut self, element: &BytesStart<'_>) {
        self.number = self.number.saturating_add(1);
        if let Some(grid) = self.open.last_mut() {
            let is_row = element.local_name().as_ref().eq_ignore_ascii_case("tr");
            grid.is_hidden = is_row
                && (style(element).contains("display:none") || html_attribute(element, "hidden").is_some());
            (grid.column, grid.strike) = (0, Strike::default());
            grid.row = Some(Row { number: self.number, ..Row::default() });
        }
    }

    fn end_row(&mut self) {
        if let Some(grid) = self.open.last_mut()
            && grid.end_row()
        {
            self.written = self.written.saturating_add(1);
            let bytes = grid.rows.last().map_or(0, Room::of_row);
            self.bytes = self.bytes.saturating_add(bytes);
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        self.flush();
        let Some(grid) = self.open.pop() else { return };
        self.done.push(Table { rows: grid.rows, merged: grid.merged, ..Table::default() });
    }

    /// Writes the loose text into a row of its own.
    fn flush(&mut self) {
        let text = from_text(&std::mem::take(&mut self.loose));
        if text.is_empty() {
            return;
        }
        self.end_row();
        self.number = self.number.saturating_add(1);
        self.written = self.written.saturating_add(1);
        let mut row = Row { number: self.number, ..Row::default() };
        row.set(0, text);
        self.open.last_mut().map_or(&mut self.titles, |grid| &mut grid.rows).push(row);
    }

    fn finish(mut self) -> Result<Vec<Table>, SheetFault> {
        while !self.open.is_empty() {
            self.end_table();
        }
        self.flush();
        let titles = std::mem::take(&mut self.titles);
        self.done.last_mut().ok_or(SheetFault::WebPage)?.rows.extend(titles);
        self.done.retain(|table| !table.rows.is_empty());
        if self.done.len() > 1 {
            for (at, table) in self.done.iter_mut().enumerate() {
                table.sheet = Some(format!("Tabel {}", at.saturating_add(1)));
            }
        }
        Ok(self.done)
    }
}

impl Grid {
    fn start_cell(&mut self, element: &BytesStart<'_>) {
        self.end_cell();
        while self.covered.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column = self.column.saturating_add(1);
        }
        let span = |name| {
            let span = html_attribute(element, name).and_then(|span| span.trim().parse().ok());
            span.unwrap_or(1_u32).clamp(1, MAX_SPAN)
        };
        let (wide, high) = (span("colspan"), span("rowspan"));
        self.cell = Some(Cell {
            column: self.column,
            text: String::new(),
            number: html_attribute(element, "num").and_then(|number| number.parse().ok()),
            is_struck: style(element).contains("text-decoration:line-through"),
            has_plain: false,
            has_struck: false,
        });
        let last = self.column.saturating_add(usize::try_from(wide).unwrap_or(1)).saturating_sub(1);
        if high > 1 {
            self.covers.push((self.column, wide, high));
        }
        if (wide > 1 || high > 1)
            && let Some(row) = &self.row
        {
            let rows = (row.number, row.number.saturating_add(high.saturating_sub(1)));
            self.merged.push(Merged { rows, columns: (self.column, last) });
        }
        self.column = last.saturating_add(1);
    }

    fn end_cell(&mut self) {
        self.struck_tags = 0;
        let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) else { return };
        let mut text = from_text(&cell.text);
        // Excel shows a long number with an exponent, and keeps it beside.
        if let Some(number) = cell.number.filter(|_| text.contains("E+")) {
            text = from_number(number);
        }
        if !text.is_empty() {
            self.strike.see(text.parse::<f64>().is_err(), cell.has_struck && !cell.has_plain);
        }
        row.set(cell.column, text);
    }

    /// Whether the row holds anything.
    fn end_row(&mut self) -> bool {
        self.end_cell();
        let Some(mut row) = self.row.take() else { return false };
        for rows in &mut self.covered {
            *rows = rows.saturating_sub(1);
        }
        for (column, wide, high) in self.covers.drain(..) {
            let end = column.saturating_add(usize::try_from(wide).unwrap_or(1));
            if self.covered.len() < end {
                self.covered.resize(end, 0);
            }
            for rows in self.covered.iter_mut().take(end).skip(column) {
                *rows = high.saturating_sub(1);
            }
        }
        row.look = self.strike.look(self.is_hidden);
        let is_filled = !row.cells.is_empty();
        if is_filled {
            self.rows.push(row);
        }
        is_filled
    }
}

/// Adds a text to a cell: as in a browser, a line ends at a tag and not where the text does.
fn append(to: &mut String, text: &str, is_break: bool) {
    if is_break {
        to.truncate(to.trim_end_matches(' ').len());
        to.push('\n');
        return;
    }
    for c in text.chars() {
        if !c.is_ascii_whitespace() {
            to.push(c);
        } else if !to.ends_with([' ', '\n']) {
            to.push(' ');
        }
    }
}

/// The style of an element, without blanks.
fn style(element: &BytesStart<'_>) -> String {
    let style: Cow<'_, str> = html_attribute(element, "style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()
}
