//! A row below a header: data, or what people write around data.

use crate::cell::{digits, is_as_on_the_card, is_dash, is_formula_error, only_zeros};
use crate::columns::Columns;
use crate::kind::{Count, Evidence, facts};
use crate::numbers::may_be_number;
use crate::section::{Section, is_title};
use crate::slot::Slot;
use crate::table::Row;
use domain::reading::states_none;
use domain::{KkNumber, Nik, Relation};
use lists_protocol::{Aside, ColumnKind, WhyUnread};

/// Words that end a list: nothing below is data unless it has the number of a person.
const CLOSINGS: &[&str] = &[
    "mengetahui",
    "menyetujui",
    "disetujui",
    "ketua rt",
    "ketua rw",
    "lurah",
    "dibuat",
    "dikeluarkan",
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

/// Words that begin a sum, or what is carried from one page to the next.
const SUMS: &[&str] = &[
    "jumlah",
    "jml",
    "jumlah dipindahkan",
    "total",
    "grand total",
    "sub total",
    "subtotal",
    "sub jumlah",
    "pindahan",
    "dipindahkan",
    "saldo",
    "rekap",
    "terbilang",
];

/// Words that begin a remark, between data or below.
const REMARKS: &[&str] = &["catatan", "keterangan", "nb", "note", "ket", "*", "halaman", "hal", "lanjutan"];

/// A row that holds data.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) row: &'a Row,
    pub(crate) columns: &'a Columns,
    /// The KK number, if it is one.
    pub(crate) kk: Option<KkNumber>,
    /// The NIK of its person, if it is one.
    pub(crate) nik: Option<Nik>,
    /// What the row says that its person is to the head.
    pub(crate) relation: Option<Relation>,
}

/// The rows of a section that hold data, and what the others are.
pub(crate) fn lines(section: &Section) -> (Vec<Line<'_>>, Vec<(u32, Aside)>) {
    let mut closed = false;
    let (mut lines, mut others) = (Vec::new(), Vec::new());
    for row in &section.rows {
        let line = Line::of(row, &section.columns);
        let aside = match () {
            () if is_title(row) && !line.begins_with(CLOSINGS) => Some(Aside::Title),
            () if line.has_number()
                || (line.says_who_it_is() && !line.numbers_columns() && !line.is_ruled()) =>
            {
                None
            }
            () if line.numbers_columns() => Some(Aside::Header),
            () if line.is_ruled() => Some(Aside::Title),
            () if line.begins_with(CLOSINGS) => {
                closed = true;
                Some(Aside::Title)
            }
            () if line.begins_with(SUMS) => Some(Aside::Sum),
            () if line.is_labelled() => Some(Aside::Title),
            () if closed && line.is_data() && row.filled().count() > 3 => {
                Some(Aside::Unread(WhyUnread::BelowTheEnd))
            }
            () if closed => Some(Aside::Title),
            () if line.is_data() => None,
            // One text alone is the title of a page, or a remark.
            () if row.filled().count() < 3 && row.filled().all(|(_, text)| digits(text) < 12) => {
                Some(Aside::Title)
            }
            () => Some(Aside::Unread(WhyUnread::NamesNobody)),
        };
        match aside {
            None => lines.push(line),
            Some(aside) => others.extend(row.numbers().map(|row| (row, aside))),
        }
    }
    (lines, others)
}

impl<'a> Line<'a> {
    fn of(row: &'a Row, columns: &'a Columns) -> Self {
        let mut line = Self { row, columns, kk: None, nik: None, relation: None };
        line.nik = Nik::parse(line.cell(columns.person().nik)).ok();
        line.kk = KkNumber::parse(line.text(ColumnKind::Kk)).ok();
        line.relation = Relation::parse_loose(line.text(ColumnKind::Relation));
        line
    }

    /// The text under a column of this kind, blank where there is none. In the place of a number, zeros only keep the
    /// place free.
    pub(crate) fn text(&self, kind: ColumnKind) -> &'a str {
        let is_said = |text: &str| !text.is_empty() && !is_dash(text) && !is_as_on_the_card(text);
        let mut text = self.cell(self.columns.at(kind));
        if !is_said(text) && facts(kind).count == Count::Ranked {
            let mut others = self.columns.ranked(kind).into_iter().map(|at| self.cell(Some(at)));
            text = others.find(|other| is_said(other)).unwrap_or(text);
        }
        if facts(kind).evidence == Evidence::KeyNumber && only_zeros(text) { "" } else { text }
    }

    /// The text in a column that may not be there; blank where a formula has failed. `: Siti` is `Siti`, as forms have it.
    pub(crate) fn cell(&self, at: Option<usize>) -> &'a str {
        let text = at.map(|at| self.row.cell(at)).filter(|text| !is_formula_error(text)).unwrap_or_default();
        text.strip_prefix(':').map_or(text, str::trim_start)
    }

    /// The columns in which a formula has failed, of those that are read.
    pub(crate) fn failed_formulas(&self) -> impl Iterator<Item = (usize, ColumnKind)> {
        self.columns.read().filter(|(at, _)| is_formula_error(self.row.cell(*at)))
    }

    /// Whether the row says that its person is the head.
    pub(crate) fn is_head(&self) -> bool {
        self.relation == Some(Relation::Head)
    }

    /// Whether another sheet names the head of the family that begins here.
    pub(crate) fn brings_a_head(&self) -> bool {
        let of_head = self.columns.all().iter().filter(|column| column.slot == Some(Slot::HEAD));
        of_head.map(|column| self.row.cell(column.at)).any(|text| !text.is_empty())
    }

    /// Whether the column of a number holds one, or a part of one.
    fn has_number(&self) -> bool {
        let numbers = self.columns.with(|kind| facts(kind).evidence == Evidence::KeyNumber);
        numbers.map(|(at, _)| self.row.cell(at)).any(may_be_number)
    }

    /// Whether the row says something that only rows of persons say: so a person may be called Total.
    fn says_who_it_is(&self) -> bool {
        let nik = self.cell(self.columns.person().nik);
        self.relation.is_some_and(|relation| relation != Relation::Other)
            && !self.cell(self.columns.person().name).is_empty()
            || states_none(nik)
            || states_none(self.text(ColumnKind::Kk))
    }

    /// Whether a row without numbers is data. In doubt it is: then its problems are reported.
    fn is_data(&self) -> bool {
        if self.begins_with(REMARKS) || self.begins_with(SUMS) || self.numbers_columns() {
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

    /// Whether it is a line of dashes below the header.
    fn is_ruled(&self) -> bool {
        self.row.filled().all(|(_, text)| text.len() > 1 && is_dash(text))
    }

    /// Whether it is a title of labels and what they name: `KELURAHAN :`, `PESANGGRAHAN`, or `Nama KK`, `: Budi`.
    fn is_labelled(&self) -> bool {
        let labels =
            self.row.filled().filter(|(_, text)| text.ends_with(':') || text.starts_with(':')).count();
        labels > 0 && labels * 2 >= self.row.filled().count()
    }

    fn begins_with(&self, words: &[&str]) -> bool {
        let first = self.row.filled().next().map(|(_, text)| text.to_lowercase()).unwrap_or_default();
        words
            .iter()
            .any(|word| first.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
    }

    /// Whether it is `1 2 3 4`, or `a b c d`, below the names of the columns.
    fn numbers_columns(&self) -> bool {
        let number = |text: &str| {
            // Excel makes -1 of (1).
            let text = text.trim_matches(['(', ')', '.', '-']);
            match text.as_bytes() {
                [letter] if letter.is_ascii_alphabetic() => Some(usize::from(letter.to_ascii_lowercase())),
                _ => text.parse::<usize>().ok(),
            }
        };
        let numbers: Option<Vec<usize>> = self.row.filled().map(|(_, text)| number(text)).collect();
        numbers.is_some_and(|numbers| numbers.len() > 2 && numbers.is_sorted_by(|a, b| a + 1 == *b))
    }
}
