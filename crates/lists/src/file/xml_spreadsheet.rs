//! XML Spreadsheet 2003, which many programs write under the name of an XLS.

use crate::cell::from_text;
use crate::file::markup::{attribute, character, decode, is_set, number, reader};
use crate::file::room::Room;
use crate::file::rows::Rows;
use crate::file::strike::Strike;
use crate::file::value::shown;
use crate::table::{Merged, Table};
use calamine::Data;
use lists_protocol::SheetFault;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::HashSet;

/// The sheets of a workbook. `report` is called now and then with the number of rows so far.
///
/// # Errors
/// [`SheetFault::Xml`] if it cannot be read; those of [`Rows::put`].
pub(super) fn xml_spreadsheet(
    bytes: &[u8],
    room: &mut Room,
    report: &mut dyn FnMut(usize),
) -> Result<Vec<Table>, SheetFault> {
    let text = decode(bytes);
    let mut reader = reader(&text);
    let (mut style, mut struck) = (String::new(), HashSet::new());
    let mut tables: Vec<Table> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "Style" => style = text_of(&element, "ID"),
                "Font" if is_set(&element, "StrikeThrough") => {
                    struck.insert(style.clone());
                }
                "Worksheet" => {
                    let sheet = Some(text_of(&element, "Name"));
                    tables.push(Table { sheet, ..Table::default() });
                }
                "Table" => {
                    let Some(table) = tables.last_mut() else { return Err(SheetFault::Xml) };
                    let mut sheet = Sheet::new(&struck, &mut *room, &mut *report);
                    while sheet.read(&reader.read_event().map_err(|_| SheetFault::Xml)?)? {}
                    table.merged = std::mem::take(&mut sheet.merged);
                    table.rows = sheet.rows.into_rows();
                }
                "Visible" => {
                    if let (Ok(Event::Text(text)), Some(table)) = (reader.read_event(), tables.last_mut()) {
                        table.is_hidden = text.trim() != "SheetVisible";
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) => break,
            Err(_) => return Err(SheetFault::Xml),
            Ok(_) => {}
        }
    }
    if tables.is_empty() { Err(SheetFault::Xml) } else { Ok(tables) }
}

/// The table that is being read.
struct Sheet<'a> {
    struck: &'a HashSet<String>,
    rows: Rows<'a>,
    merged: Vec<Merged>,
    /// The row after the last, from 0.
    next_row: u32,
    row: u32,
    is_hidden: bool,
    row_style: String,
    strike: Strike,
    next_column: u32,
    cell: Option<Cell>,
    /// How deep in comments and reading aids, which are no part of the value.
    aside: u32,
}

struct Cell {
    column: usize,
    is_struck: bool,
    kind: String,
    text: String,
    is_data: bool,
    struck_tags: u32,
    has_plain: bool,
    has_struck: bool,
}

impl<'a> Sheet<'a> {
    fn new(struck: &'a HashSet<String>, room: &'a mut Room, report: &'a mut dyn FnMut(usize)) -> Self {
        Self {
            struck,
            rows: Rows::new(room, report),
            merged: Vec::new(),
            next_row: 0,
            row: 0,
            is_hidden: false,
            row_style: String::new(),
            strike: Strike::default(),
            next_column: 0,
            cell: None,
            aside: 0,
        }
    }

    /// Whether the table goes on.
    fn read(&mut self, event: &Event<'_>) -> Result<bool, SheetFault> {
        match event {
            Event::Start(element) => self.start(element),
            Event::End(element) => match element.local_name().as_ref() {
                "Table" => return Ok(false),
                "Row" => {
                    let look = self.strike.look(self.is_hidden);
                    self.rows.look(self.row, look);
                }
                "Cell" => self.end_cell()?,
                name => self.end(name),
            },
            Event::Text(text) => self.text(text),
            Event::CData(text) => self.text(text),
            Event::GeneralRef(reference) => self.text(&character(reference)),
            Event::Eof => return Err(SheetFault::Xml),
            _ => {}
        }
        Ok(true)
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "Row" => {
                self.row = number(element, "Index").map_or(self.next_row, |index| index.saturating_sub(1));
                let span = number(element, "Span").unwrap_or_default();
                self.next_row = self.row.saturating_add(1).saturating_add(span);
                let height = attribute(element, "Height").and_then(|height| height.parse::<f64>().ok());
                self.is_hidden = is_set(element, "Hidden") || height == Some(0.0);
                self.row_style = text_of(element, "StyleID");
                (self.next_column, self.strike) = (0, Strike::default());
            }
            "Cell" => self.start_cell(element),
            "Comment" | "PhoneticText" => self.aside = self.aside.saturating_add(1),
            "Data" if self.aside == 0 => {
                let kind = text_of(element, "Type");
                if let Some(cell) = &mut self.cell {
                    (cell.is_data, cell.kind) = (true, kind);
                }
            }
            "S" | "Del" => self.strike(1),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Comment" | "PhoneticText" => self.aside = self.aside.saturating_sub(1),
            "Data" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.is_data = false;
                }
            }
            "S" | "Del" => self.strike(-1),
            _ => {}
        }
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) {
        let column = number(element, "Index").map_or(self.next_column, |index| index.saturating_sub(1));
        let of = |name| number(element, name).unwrap_or_default();
        let (across, down) = (of("MergeAcross"), of("MergeDown"));
        self.next_column = column.saturating_add(1).saturating_add(across);
        let style = attribute(element, "StyleID").map_or_else(|| self.row_style.clone(), Cow::into_owned);
        let (Ok(column), Ok(across)) = (usize::try_from(column), usize::try_from(across)) else { return };
        if across > 0 || down > 0 {
            let first = self.row.saturating_add(1);
            let rows = (first, first.saturating_add(down));
            self.merged.push(Merged { rows, columns: (column, column.saturating_add(across)) });
        }
        self.cell = Some(Cell {
            column,
            is_struck: self.struck.contains(&style),
            kind: String::new(),
            text: String::new(),
            is_data: false,
            struck_tags: 0,
            has_plain: false,
            has_struck: false,
        });
    }

    fn text(&mut self, text: &str) {
        if self.aside > 0 {
            return;
        }
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_data) {
            if !text.trim().is_empty() {
                let is_struck = cell.is_struck || cell.struck_tags > 0;
                cell.has_struck |= is_struck;
                cell.has_plain |= !is_struck;
            }
            cell.text.push_str(text);
        }
    }

    fn strike(&mut self, by: i32) {
        if let Some(cell) = &mut self.cell {
            cell.struck_tags = cell.struck_tags.saturating_add_signed(by);
        }
    }

    fn end_cell(&mut self) -> Result<(), SheetFault> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let text = cell.text.trim();
        let text = match (cell.kind.as_str(), text.parse::<f64>()) {
            ("Number", Ok(number)) => shown(&Data::Float(number)),
            ("DateTime", _) => shown(&Data::DateTimeIso(text.to_owned())),
            ("Boolean", _) => shown(&Data::Bool(matches!(text, "1" | "true"))),
            _ => from_text(text),
        };
        if !text.is_empty() {
            self.strike.see(cell.kind == "String", cell.has_struck && !cell.has_plain);
        }
        self.rows.put(self.row, cell.column, text).map_err(|fault| match fault {
            SheetFault::Unreadable => SheetFault::Xml,
            other => other,
        })
    }
}

fn text_of(element: &BytesStart<'_>, name: &str) -> String {
    attribute(element, name).map(Cow::into_owned).unwrap_or_default()
}
