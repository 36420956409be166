//! What became of every row of a file.

use serde::{Deserialize, Serialize};

/// What became of every filled row of a file, or of a table of it: it was read as data, or is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The filled rows, counted before anybody looked at them.
    pub rows: usize,
    /// Those that were read as data: of families, whether these were accepted or refused; of persons in other tables.
    pub data: usize,
    /// What the others are, in the order of the file.
    pub aside: Vec<AsideRows>,
    /// The file is of a kind of which nobody can tell whether rows are hidden or struck out; they were read as all others.
    pub looks_unknown: bool,
}

/// Rows that are the same and no data, one below the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsideRows {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// The first of them.
    pub first: u32,
    /// The last of them.
    pub last: u32,
    /// What they are.
    pub is: Aside,
}

/// What a row is that is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Aside {
    /// A title.
    Title,
    /// A row that names the columns.
    Header,
    /// `(1) (2) (3)` below a header.
    Numbering,
    /// A sum, and what is carried from page to page.
    Sum,
    /// What stands below a table: place and date, office, name and number of whoever signs.
    Signature,
    /// It was not read.
    Unread(WhyUnread),
}

/// Why a row was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum WhyUnread {
    /// The row is hidden, by hand or by a filter.
    Hidden,
    /// All of it is struck out.
    StruckOut,
    /// No row above it names the columns.
    NoHeader,
    /// The columns above it are those of no families: a list of other aid.
    NotHouseholds,
    /// The whole sheet is hidden.
    HiddenSheet,
    /// It names nobody, and is no title and no sum.
    NamesNobody,
    /// It stands below the signature that ends the list.
    BelowTheEnd,
}

impl Account {
    /// Whether every row is data or named.
    pub fn adds_up(&self) -> bool {
        self.rows == self.data + self.count(|_| true)
    }

    /// Says of the next row of a sheet what it is.
    pub fn set_aside(&mut self, sheet: Option<&String>, row: u32, is: Aside) {
        match self.aside.last_mut() {
            Some(above)
                if above.is == is
                    && above.sheet.as_ref() == sheet
                    && above.last.checked_add(1) == Some(row) =>
            {
                above.last = row;
            }
            _ => self.aside.push(AsideRows { sheet: sheet.cloned(), first: row, last: row, is }),
        }
    }

    /// The account of two files, or of two sheets of one.
    pub fn add(&mut self, other: Self) {
        let Self { rows, data, aside, looks_unknown } = other;
        self.rows += rows;
        self.data += data;
        self.aside.extend(aside);
        self.looks_unknown |= looks_unknown;
    }

    /// How many titles and rows of signatures there are.
    pub fn titles(&self) -> usize {
        self.count(|is| matches!(is, Aside::Title | Aside::Signature))
    }

    /// How many rows name or number the columns.
    pub fn headers(&self) -> usize {
        self.count(|is| matches!(is, Aside::Header | Aside::Numbering))
    }

    /// How many sums there are.
    pub fn sums(&self) -> usize {
        self.count(|is| is == Aside::Sum)
    }

    /// How many rows were not read.
    pub fn unread(&self) -> usize {
        self.count(|is| matches!(is, Aside::Unread(_)))
    }

    /// The rows that were not read, and why.
    pub fn unread_rows(&self) -> impl Iterator<Item = (&AsideRows, WhyUnread)> {
        self.aside.iter().filter_map(|rows| match rows.is {
            Aside::Unread(why) => Some((rows, why)),
            Aside::Title | Aside::Header | Aside::Numbering | Aside::Sum | Aside::Signature => None,
        })
    }

    fn count(&self, wanted: impl Fn(Aside) -> bool) -> usize {
        self.aside.iter().filter(|rows| wanted(rows.is)).map(AsideRows::count).sum()
    }
}

impl AsideRows {
    /// How many they are.
    pub fn count(&self) -> usize {
        usize::try_from(self.last.saturating_sub(self.first))
            .map_or(usize::MAX, |more| more.saturating_add(1))
    }
}

impl WhyUnread {
    /// The code in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hidden => "baris-tersembunyi",
            Self::StruckOut => "baris-dicoret",
            Self::NoHeader => "tanpa-judul-kolom",
            Self::NotHouseholds => "bukan-daftar-keluarga",
            Self::HiddenSheet => "lembar-tersembunyi",
            Self::NamesNobody => "tanpa-nama-dan-nomor",
            Self::BelowTheEnd => "di-bawah-tanda-tangan",
        }
    }
}
