//! What the library does not tell of the sheets of an XLSX: hidden and struck-out rows, merged cells, and formulas that
//! nobody has calculated.

use crate::file::markup::{attribute, is_set, number, reader};
use crate::file::package::Package;
use crate::file::strike::Strike;
use crate::table::{Look, Merged, Row, Table};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// What is struck out in a workbook, by the numbers that its cells name.
#[derive(Debug, Default)]
pub(super) struct Struck {
    styles: Vec<bool>,
    strings: Vec<bool>,
}

impl Struck {
    /// Reads the fonts of the styles and of the shared texts.
    pub(super) fn of(package: &Package) -> Self {
        let part = |name: &str| package.beside_the_book(name).filter(|text| text.contains("strike"));
        Self {
            styles: part("styles.xml").map(|text| styles(&text)).unwrap_or_default(),
            strings: part("sharedStrings.xml").map(|text| strings(&text)).unwrap_or_default(),
        }
    }

    fn is_empty(&self) -> bool {
        !self.styles.contains(&true) && !self.strings.contains(&true)
    }
}

fn styles(text: &str) -> Vec<bool> {
    let mut reader = reader(text);
    let (mut fonts, mut styles): (Vec<bool>, Vec<bool>) = Default::default();
    let mut is_of_cells = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "font" => fonts.push(false),
                "strike" => {
                    if let Some(font) = fonts.last_mut() {
                        *font = is_on(&element);
                    }
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    let font = number(&element, "fontId").and_then(|font| usize::try_from(font).ok());
                    styles.push(font.and_then(|font| fonts.get(font)).copied().unwrap_or_default());
                }
                _ => {}
            },
            Ok(Event::End(element)) if element.local_name().as_ref() == "cellXfs" => return styles,
            Ok(Event::Eof) | Err(_) => return styles,
            Ok(_) => {}
        }
    }
}

fn strings(text: &str) -> Vec<bool> {
    let mut reader = reader(text);
    let mut strings = Vec::new();
    let mut runs = Runs::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "si" => runs = Runs::default(),
            Ok(Event::End(element)) if element.local_name().as_ref() == "si" => {
                strings.push(runs.all_struck())
            }
            Ok(Event::Eof) | Err(_) => return strings,
            Ok(event) => runs.see(&event),
        }
    }
}

/// `<strike/>`, but not `<strike val="0"/>`.
fn is_on(strike: &BytesStart<'_>) -> bool {
    attribute(strike, "val").is_none() || is_set(strike, "val")
}

/// The runs of one rich text.
#[derive(Debug, Default)]
struct Runs {
    all: u32,
    struck: u32,
    is_struck: bool,
    is_text: bool,
}

impl Runs {
    fn see(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "r" | "rPh" => self.is_struck = false,
                "strike" => self.is_struck = is_on(element),
                "t" => self.is_text = true,
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "t" => self.is_text = false,
            Event::Text(text) if self.is_text && !text.trim().is_empty() => {
                self.all = self.all.saturating_add(1);
                self.struck = self.struck.saturating_add(u32::from(self.is_struck));
            }
            _ => {}
        }
    }

    fn all_struck(&self) -> bool {
        self.all > 0 && self.all == self.struck
    }
}

/// Whether a row or cell stands where no sheet has one: the library calculates with the numbers as they are.
pub(super) fn has_impossible_position(text: &str) -> bool {
    let is_long = |run: &str, most: usize| run.len() > most;
    text.match_indices("r=").any(|(at, name)| {
        let (before, after) =
            (text.get(..at).unwrap_or_default(), text.get(at + name.len()..).unwrap_or_default());
        let Some(quote @ ('"' | '\'')) = after.chars().next() else { return false };
        let Some((position, _)) = after.get(1..).unwrap_or_default().split_once(quote) else { return false };
        let digits = position.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(position.len());
        let (column, row) = position.split_at_checked(digits).unwrap_or_default();
        before.ends_with(char::is_whitespace) && (is_long(column, 3) || is_long(row, 7))
    })
}

/// Tells a table what the text of its sheet says of it.
pub(super) fn tell(table: &mut Table, text: &str, struck: &Struck) {
    // All that stands below the cells is short; the cells are read once more only if there is something to tell.
    let (cells, rest) = text.rsplit_once("sheetData>").unwrap_or((text, ""));
    table.merged = merged(rest);
    let marks = ["hidden=", "zeroHeight=", "ht=\"0\"", "<f", ":f>", ":f ", "strike"];
    if struck.is_empty() && !marks.iter().any(|mark| cells.contains(mark)) {
        return;
    }
    let seen = Seen::read(cells, struck);
    for row in &mut table.rows {
        row.look = seen.looks.get(&row.number).copied().unwrap_or_default();
    }
    for ((number, column), formula) in seen.uncalculated {
        let at = table.rows.binary_search_by_key(&number, |row| row.number).unwrap_or_else(|at| {
            let look = seen.looks.get(&number).copied().unwrap_or_default();
            table.rows.insert(at, Row { number, look, ..Row::default() });
            at
        });
        if let Some(row) = table.rows.get_mut(at) {
            row.set(column, formula);
        }
    }
}

fn merged(text: &str) -> Vec<Merged> {
    let mut reader = reader(text);
    let mut merged = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "mergeCell" => {
                let cells = attribute(&element, "ref");
                let corners = cells.as_deref().and_then(|cells| cells.split_once(':'));
                if let Some((first, last)) = corners
                    && let (Some(first), Some(last)) = (place(first), place(last))
                {
                    merged.push(Merged { rows: (first.0, last.0), columns: (first.1, last.1) });
                }
            }
            Ok(Event::Eof) | Err(_) => return merged,
            Ok(_) => {}
        }
    }
}

/// The row as the spreadsheet numbers it, and the column from 0, of a place like `B7`.
fn place(text: &str) -> Option<(u32, usize)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(start)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let letter = letter.to_ascii_uppercase().checked_sub(b'A').filter(|letter| *letter < 26)?;
        column.checked_mul(26)?.checked_add(usize::from(letter) + 1)
    })?;
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

/// What the cells say when they are read once more.
#[derive(Debug, Default)]
struct Seen {
    /// Only rows that do not look plain.
    looks: BTreeMap<u32, Look>,
    uncalculated: BTreeMap<(u32, usize), String>,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    place: (u32, usize),
    is_style_struck: bool,
    is_shared: bool,
    is_text: bool,
    value: String,
    formula: Option<String>,
    runs: Runs,
}

impl Seen {
    fn read(text: &str, struck: &Struck) -> Self {
        let mut seen = Self::default();
        let mut reader = reader(text);
        let mut all_hidden = false;
        let (mut number, mut column, mut is_hidden, mut strike) = (0_u32, 0_usize, false, Strike::default());
        let mut cell = Cell::default();
        let mut inside = Inside::Nothing;
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) => match element.local_name().as_ref() {
                    "sheetFormatPr" => all_hidden = is_set(&element, "zeroHeight"),
                    "row" => {
                        number = self::number(&element, "r").unwrap_or_else(|| number.saturating_add(1));
                        (column, strike) = (0, Strike::default());
                        let height = attribute(&element, "ht").and_then(|height| height.parse::<f64>().ok());
                        let says = attribute(&element, "hidden").is_some();
                        is_hidden = is_set(&element, "hidden")
                            || height == Some(0.0)
                            || (all_hidden && !says && height.is_none());
                    }
                    "c" => {
                        let at =
                            attribute(&element, "r").and_then(|at| place(&at)).unwrap_or((number, column));
                        column = at.1.saturating_add(1);
                        let style = self::number(&element, "s").and_then(|style| usize::try_from(style).ok());
                        let kind = attribute(&element, "t");
                        cell = Cell {
                            place: at,
                            is_style_struck: style
                                .and_then(|style| struck.styles.get(style))
                                .copied()
                                .unwrap_or_default(),
                            is_shared: kind.as_deref() == Some("s"),
                            is_text: matches!(kind.as_deref(), Some("s" | "str" | "inlineStr")),
                            ..Cell::default()
                        };
                    }
                    "v" => inside = Inside::Value,
                    "f" => {
                        inside = Inside::Formula;
                        cell.formula = Some(String::new());
                    }
                    _ => cell.runs.see(&Event::Start(element)),
                },
                Ok(Event::End(element)) => match element.local_name().as_ref() {
                    "row" => {
                        let look = strike.look(is_hidden);
                        if look != Look::Plain {
                            seen.looks.insert(number, look);
                        }
                    }
                    "c" => seen.see(&cell, struck, &mut strike),
                    "v" | "f" => inside = Inside::Nothing,
                    _ => cell.runs.see(&Event::End(element)),
                },
                Ok(Event::Text(text)) => match inside {
                    Inside::Value => cell.value.push_str(&text),
                    Inside::Formula => cell.formula.get_or_insert_default().push_str(&text),
                    Inside::Nothing => cell.runs.see(&Event::Text(text)),
                },
                Ok(Event::Eof) | Err(_) => return seen,
                Ok(_) => {}
            }
        }
    }

    fn see(&mut self, cell: &Cell, struck: &Struck, strike: &mut Strike) {
        let is_blank = cell.value.is_empty() && cell.runs.all == 0;
        match &cell.formula {
            // A text that is empty was calculated.
            Some(formula) if is_blank && !cell.is_text => {
                self.uncalculated.insert(cell.place, format!("={formula}"));
            }
            _ if is_blank => return,
            _ => {}
        }
        let string = cell.value.parse().ok().filter(|_| cell.is_shared);
        let is_string_struck = string.and_then(|string: usize| struck.strings.get(string)).copied();
        let is_struck =
            cell.is_style_struck || cell.runs.all_struck() || is_string_struck.unwrap_or_default();
        strike.see(cell.is_text, is_struck);
    }
}

enum Inside {
    Nothing,
    Value,
    Formula,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        for (text, expect) in [
            ("A1", Some((1, 0))),
            ("B7", Some((7, 1))),
            ("AA10", Some((10, 26))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("1", None),
            ("A", None),
            ("", None),
        ] {
            assert_eq!(place(text), expect, "{text}");
        }
    }
}
