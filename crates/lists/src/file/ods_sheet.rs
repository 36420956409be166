//! What the library does not tell of the sheets of an ODS: hidden and struck-out rows, and merged cells.

use crate::file::markup::{attribute, number, reader};
use crate::file::strike::Strike;
use crate::table::{Look, Merged};
use lists_protocol::SheetFault;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

/// The most cells that the library would make of a whole book: it writes blank and repeated cells out.
const MAX_CELLS: u64 = 4_000_000;

/// The most blanks that are written as numbers: the library writes each of them out.
const MAX_BLANKS: u32 = 1_000_000;

/// What makes the library keep a cell.
const KEPT: [&str; 7] =
    ["value-type", "value", "string-value", "date-value", "time-value", "boolean-value", "formula"];

/// What was found of one sheet.
#[derive(Debug, Default)]
pub(super) struct OdsSheet {
    pub(super) name: String,
    /// Rows that do not look plain, first and last as the spreadsheet numbers them.
    looks: Vec<(u32, u32, Look)>,
    pub(super) merged: Vec<Merged>,
}

impl OdsSheet {
    /// How a row looks.
    pub(super) fn look(&self, number: u32) -> Look {
        let after = self.looks.partition_point(|(first, ..)| *first <= number);
        let found = after.checked_sub(1).and_then(|at| self.looks.get(at));
        found.filter(|(_, last, _)| *last >= number).map_or(Look::Plain, |(.., look)| *look)
    }
}

/// Reads the sheets of the part `content.xml`.
///
/// # Errors
/// [`SheetFault::TooManyRows`] if the library would fill the memory, [`SheetFault::Unreadable`] if the part breaks off.
pub(super) fn sheets(text: &str) -> Result<Vec<OdsSheet>, SheetFault> {
    let mut pass = Pass::default();
    let mut reader = reader(text);
    let mut depth = 0_u32;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                depth = depth.saturating_add(1);
                pass.start(&element);
                if pass.blanks > MAX_BLANKS {
                    return Err(SheetFault::Unpacked);
                }
            }
            Ok(Event::End(element)) => {
                depth = depth.saturating_sub(1);
                pass.end(element.local_name().as_ref())?;
            }
            Ok(Event::Text(text)) if !text.trim().is_empty() => pass.text(),
            Ok(Event::Eof) if depth == 0 => return Ok(pass.sheets),
            // The library waits for ever for the end of a table that breaks off.
            Ok(Event::Eof) | Err(_) => return Err(SheetFault::Unreadable),
            Ok(_) => {}
        }
    }
}

#[derive(Debug, Default)]
struct Pass {
    sheets: Vec<OdsSheet>,
    style: String,
    struck: HashSet<String>,
    hidden_groups: Vec<bool>,
    /// Rows of the sheet so far.
    rows: u32,
    row: Row,
    cell: Option<Cell>,
    /// Of the spans around the text.
    spans: Vec<bool>,
    annotation: bool,
    /// Blanks that are written as a number.
    blanks: u32,
    /// The last row and column that are kept of the sheet, and the cells up to the last one of each row.
    filled: (u64, u64, u64),
    /// The cells of the sheets before it.
    before: u64,
}

#[derive(Debug, Default)]
struct Row {
    repeated: u32,
    is_hidden: bool,
    style: String,
    column: u32,
    last_kept: u32,
    strike: Strike,
}

#[derive(Debug)]
struct Cell {
    repeated: u32,
    is_text: bool,
    is_filled: bool,
    /// The library keeps room for it, also where it shows nothing.
    is_kept: bool,
    is_style_struck: bool,
    texts: (u32, u32),
}

impl Pass {
    fn start(&mut self, element: &BytesStart<'_>) {
        let of = |name| attribute(element, name).map(std::borrow::Cow::into_owned).unwrap_or_default();
        match element.local_name().as_ref() {
            "style" => self.style = of("name"),
            "text-properties" => {
                let line = attribute(element, "text-line-through-style")
                    .or_else(|| attribute(element, "text-line-through-type"));
                if line.is_some_and(|line| line != "none") {
                    self.struck.insert(self.style.clone());
                }
            }
            "table" => {
                self.sheets.push(OdsSheet { name: of("name"), ..OdsSheet::default() });
                let (last, widest, cells) = std::mem::take(&mut self.filled);
                self.before = self.before.saturating_add(cells.max(last.saturating_mul(widest)));
                self.rows = 0;
            }
            "table-row-group" => self.hidden_groups.push(of("display") == "false"),
            "table-row" => {
                self.row = Row {
                    repeated: number(element, "number-rows-repeated").unwrap_or(1),
                    is_hidden: matches!(of("visibility").as_str(), "collapse" | "filter")
                        || self.hidden_groups.contains(&true),
                    style: of("default-cell-style-name"),
                    ..Row::default()
                };
            }
            "table-cell" | "covered-table-cell" => self.start_cell(element),
            "annotation" => self.annotation = true,
            "s" => self.blanks = self.blanks.saturating_add(number(element, "c").unwrap_or(1)),
            "span" => self.spans.push(self.struck.contains(&of("style-name"))),
            _ => {}
        }
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) {
        let of = |name| number(element, name).unwrap_or(1);
        let (wide, high) = (of("number-columns-spanned"), of("number-rows-spanned"));
        if (wide > 1 || high > 1)
            && let (Some(sheet), Ok(column), Ok(wide)) =
                (self.sheets.last_mut(), usize::try_from(self.row.column), usize::try_from(wide))
        {
            let first = self.rows.saturating_add(1);
            let last = first.saturating_add(high.saturating_sub(1));
            let columns = (column, column.saturating_add(wide.saturating_sub(1)));
            sheet.merged.push(Merged { rows: (first, last), columns });
        }
        let kind = attribute(element, "value-type");
        let style = attribute(element, "style-name")
            .map_or_else(|| self.row.style.clone(), std::borrow::Cow::into_owned);
        self.cell = Some(Cell {
            repeated: of("number-columns-repeated"),
            is_text: kind.as_deref() == Some("string"),
            is_filled: kind.is_some_and(|kind| kind != "string"),
            is_kept: KEPT.iter().any(|name| attribute(element, name).is_some()),
            is_style_struck: self.struck.contains(&style),
            texts: (0, 0),
        });
    }

    fn text(&mut self) {
        if self.annotation {
            return;
        }
        if let Some(cell) = &mut self.cell {
            let is_struck = self.spans.contains(&true);
            cell.texts.0 = cell.texts.0.saturating_add(1);
            cell.texts.1 = cell.texts.1.saturating_add(u32::from(is_struck));
            cell.is_filled = true;
        }
    }

    fn end(&mut self, name: &str) -> Result<(), SheetFault> {
        match name {
            "annotation" => self.annotation = false,
            "span" => drop(self.spans.pop()),
            "table-row-group" => drop(self.hidden_groups.pop()),
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                self.row.column = self.row.column.saturating_add(cell.repeated);
                if cell.is_filled || cell.is_kept {
                    self.row.last_kept = self.row.column;
                }
                if cell.is_filled {
                    let (all, struck) = cell.texts;
                    self.row.strike.see(cell.is_text, cell.is_style_struck || (all > 0 && all == struck));
                }
            }
            "table-row" => return self.end_row(),
            _ => {}
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), SheetFault> {
        let row = std::mem::take(&mut self.row);
        let first = self.rows.saturating_add(1);
        self.rows = self.rows.saturating_add(row.repeated);
        let look = row.strike.look(row.is_hidden);
        if look != Look::Plain
            && let Some(sheet) = self.sheets.last_mut()
        {
            sheet.looks.push((first, self.rows, look));
        }
        if row.last_kept > 0 {
            let (last, widest, cells) = &mut self.filled;
            *last = u64::from(self.rows);
            *widest = (*widest).max(u64::from(row.last_kept));
            *cells = cells.saturating_add(u64::from(row.last_kept));
            if self.before.saturating_add((*cells).max(last.saturating_mul(*widest))) > MAX_CELLS {
                return Err(SheetFault::TooManyRows);
            }
        }
        Ok(())
    }
}
