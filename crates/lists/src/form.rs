//! Forms of labels and values, a family each: `No KK : 3174…`, `Nama | Budi`, on a sheet of its own or one below the other.

use crate::cell::digits;
use crate::columns::Columns;
use crate::header_name::kind_of;
use crate::slot::Slot;
use crate::table::{MAX_COLUMNS, Row};

/// A label is no longer than this.
const LONGEST_LABEL: usize = 60;

/// The forms of a sheet as rows of a table, whose columns stand beyond those of the sheet.
pub(crate) struct Forms {
    pub(crate) columns: Columns,
    pub(crate) rows: Vec<Row>,
    /// The rows of the sheet that are of no form.
    pub(crate) others: Vec<Row>,
}

/// Reads a sheet on which no row names columns; `None`: it is no form.
pub(crate) fn forms(rows: &[Row]) -> Option<Forms> {
    let beyond = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut header = Row::default();
    let (mut forms, mut others): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for row in rows {
        let pairs = pairs(row, !forms.is_empty());
        if pairs.is_empty() {
            others.push(row.clone());
            continue;
        }
        let mut begun = None;
        for (label, value) in pairs {
            let at = column_of(&mut header, beyond, label)?;
            // A label that comes again begins the next person, or the next family.
            if forms.last().is_none_or(|form| !form.cell(at).is_empty()) {
                forms.push(Row { number: row.number, ..Row::default() });
                begun = Some(row.number);
            }
            if let Some(form) = forms.last_mut() {
                form.set(at, value.to_owned());
                if begun.is_none() && form.numbers().all(|known| known != row.number) {
                    form.parts.push(row.number);
                }
            }
        }
    }
    let columns = Columns::of(&Row::default(), &header);
    (columns.are_a_header() && columns.make_families()).then_some(Forms { columns, rows: forms, others })
}

/// Where a label has its column; `None`: there are too many.
fn column_of(header: &mut Row, beyond: usize, label: &str) -> Option<usize> {
    let known = header.filled().find(|(_, known)| known.eq_ignore_ascii_case(label)).map(|(at, _)| at);
    let at = known.unwrap_or(header.cells.len().max(beyond));
    header.set(at, label.to_owned());
    (at < MAX_COLUMNS).then_some(at)
}

/// The labels of a row, each with its value. `within`: a form has begun, in which labels may be unknown.
fn pairs(row: &Row, within: bool) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    let mut cells = row.filled().map(|(_, text)| text).peekable();
    let is_last_pair = row.filled().count() == 2;
    while let Some(text) = cells.next() {
        let (label, value) = text.split_once(':').unwrap_or((text, ""));
        let (label, mut value) = (label.trim(), value.trim());
        let has_mark = label.len() < text.len() || cells.peek().is_some_and(|next| next.starts_with(':'));
        if !is_label(label, within && (has_mark || is_last_pair)) {
            continue;
        }
        while value.is_empty()
            && let Some(next) = cells.next_if(|next| !is_label(next.trim_end_matches(':'), false))
        {
            value = next.trim_start_matches([':', ' ']);
        }
        if !value.is_empty() {
            pairs.push((label, value));
        }
    }
    pairs
}

/// Whether a text is a label; `of_any`: whatever it is about.
fn is_label(text: &str, of_any: bool) -> bool {
    let is_short = !text.is_empty() && text.len() <= LONGEST_LABEL && digits(text) < 6;
    is_short && (of_any || kind_of(text).is_some() || Slot::of(text, false).is_some())
}
