//! A row below a header: data, or what people write around data.

use crate::cell::{digits, only_zeros};
use crate::columns::Columns;
use crate::kind::{Evidence, facts};
use crate::section::Section;
use crate::table::Row;
use domain::Relation;
use domain::reading::states_none;
use lists_protocol::ColumnKind;

/// Words that end a list: nothing below is data unless it has the number of a person.
const CLOSINGS: &[&str] = &[
    "mengetahui",
    "menyetujui",
    "disetujui",
    "ketua rt",
    "ketua rw",
    "lurah",
    "dibuat",
    "disusun",
    "hormat",
    "demikian",
    "petugas",
    "pengurus",
    "sekretaris",
    "tertanda",
    "ttd",
    "jakarta,",
    "pendata",
    "yang mendata",
];

/// Words that begin a sum or a remark, between data or below.
const ASIDES: &[&str] =
    &["jumlah", "total", "sub total", "subtotal", "catatan", "keterangan", "nb", "note", "ket", "*"];

/// A row that holds data.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) row: &'a Row,
    pub(crate) columns: &'a Columns,
}

/// The rows of a section that hold data.
pub(crate) fn lines<'a>(section: &'a Section<'a>) -> Vec<Line<'a>> {
    let mut closed = false;
    let mut lines = Vec::new();
    for row in section.rows {
        let line = Line { row, columns: &section.columns };
        if line.has_number() || (line.says_who_it_is() && !line.numbers_columns()) {
            lines.push(line);
        } else if line.begins_with(CLOSINGS) {
            closed = true;
        } else if !closed && line.is_data() {
            lines.push(line);
        }
    }
    lines
}

impl<'a> Line<'a> {
    /// The text under a column of this kind, blank where there is none. In the place of a number, zeros only keep the
    /// place free.
    pub(crate) fn text(&self, kind: ColumnKind) -> &'a str {
        let text = self.cell(self.columns.at(kind));
        if facts(kind).evidence == Evidence::KeyNumber && only_zeros(text) { "" } else { text }
    }

    /// The text in a column that may not be there.
    pub(crate) fn cell(&self, at: Option<usize>) -> &'a str {
        at.map_or("", |at| self.row.cell(at))
    }

    /// Whether the row says that its person is the head.
    pub(crate) fn is_head(&self) -> bool {
        Relation::parse_loose(self.text(ColumnKind::Relation)) == Some(Relation::Head)
    }

    /// Whether the column of a number holds one, or a part of one.
    fn has_number(&self) -> bool {
        let numbers = self.columns.with(|kind| facts(kind).evidence == Evidence::KeyNumber);
        // The NIP is the number of the official who signs.
        let is_number = |text: &str| digits(text) >= 6 && !text.to_lowercase().starts_with("nip");
        numbers.map(|(at, _)| self.row.cell(at)).any(is_number)
    }

    /// Whether the row says something that only rows of persons say: so a person may be called Total.
    fn says_who_it_is(&self) -> bool {
        let relation = Relation::parse_loose(self.text(ColumnKind::Relation));
        let nik = self.cell(self.columns.person().nik);
        relation.is_some_and(|relation| relation != Relation::Other)
            && !self.cell(self.columns.person().name).is_empty()
            || states_none(nik)
            || states_none(self.text(ColumnKind::Kk))
    }

    /// Whether a row without numbers is data. In doubt it is: then its problems are reported.
    fn is_data(&self) -> bool {
        if self.begins_with(ASIDES) || self.numbers_columns() {
            return false;
        }
        let person = self.columns.person();
        let named = [person.name, self.columns.head().and_then(|head| head.name)];
        let named = named.into_iter().any(|at| !self.cell(at).is_empty());
        let told = self.columns.with(|kind| facts(kind).cells.tell_of_people());
        let told: Vec<&str> = told.map(|(at, _)| self.row.cell(at)).filter(|text| !text.is_empty()).collect();
        match told.as_slice() {
            [] => false,
            [only] if self.text(ColumnKind::Counter).is_empty() => {
                // A name, but not `(Slamet)` below a signature, nor `RT 006` above the next page.
                named && !only.starts_with('(') && digits(only) == 0
            }
            [_] => named,
            _ => true,
        }
    }

    fn begins_with(&self, words: &[&str]) -> bool {
        let first = self.row.filled().next().map(|(_, text)| text.to_lowercase()).unwrap_or_default();
        words
            .iter()
            .any(|word| first.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
    }

    /// Whether it is `1 2 3 4` below the names of the columns.
    fn numbers_columns(&self) -> bool {
        let number = |text: &str| text.trim_matches(['(', ')', '.']).parse::<usize>().ok();
        let numbers: Option<Vec<usize>> = self.row.filled().map(|(_, text)| number(text)).collect();
        numbers.is_some_and(|numbers| numbers.len() > 2 && numbers.is_sorted_by(|a, b| a + 1 == *b))
    }
}
