//! What became of every row of a file.

use serde::{Deserialize, Serialize};

/// What became of every filled row of a file. All rows are in one of its numbers, or named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The filled rows of all sheets.
    pub rows: usize,
    /// Those of families, whether these were accepted or refused.
    pub families: usize,
    /// Titles, and what stands below a list: signatures.
    pub titles: usize,
    /// Names and numbers of columns.
    pub headers: usize,
    /// Sums, and what is carried from page to page.
    pub sums: usize,
    /// Those that were not read, in the order of the file.
    pub unread: Vec<UnreadRows>,
    /// The file is of a kind of which nobody can tell whether rows are hidden or struck out; they were read as all others.
    pub looks_unknown: bool,
}

/// Rows that were not read for the same reason, one below the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadRows {
    /// The sheet, where there are sheets.
    pub sheet: Option<String>,
    /// The first of them.
    pub first: u32,
    /// The last of them.
    pub last: u32,
    /// How many of them hold anything.
    pub count: usize,
    /// Why.
    pub why: WhyUnread,
}

/// Why a row was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyUnread {
    /// No row above it names the columns.
    NoHeader,
    /// The columns above it are those of no families: a list of other aid.
    NotHouseholds,
    /// The row is hidden, by hand or by a filter.
    Hidden,
    /// All of it is struck out.
    StruckOut,
    /// The whole sheet is hidden.
    HiddenSheet,
    /// It names nobody, and is no title and no sum.
    NamesNobody,
    /// It stands below the signature that ends the list.
    BelowTheEnd,
}

impl Account {
    /// Whether every row is in one of the numbers.
    pub fn adds_up(&self) -> bool {
        let unread: usize = self.unread.iter().map(|rows| rows.count).sum();
        self.rows == self.families + self.titles + self.headers + self.sums + unread
    }

    /// The account of two files, or of two sheets of one.
    pub fn add(&mut self, other: Self) {
        let Self { rows, families, titles, headers, sums, unread, looks_unknown } = other;
        self.rows += rows;
        self.families += families;
        self.titles += titles;
        self.headers += headers;
        self.sums += sums;
        self.unread.extend(unread);
        self.looks_unknown |= looks_unknown;
    }
}

impl WhyUnread {
    /// The code in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoHeader => "tanpa-judul-kolom",
            Self::NotHouseholds => "bukan-daftar-keluarga",
            Self::Hidden => "baris-tersembunyi",
            Self::StruckOut => "baris-dicoret",
            Self::HiddenSheet => "lembar-tersembunyi",
            Self::NamesNobody => "tanpa-nama-dan-nomor",
            Self::BelowTheEnd => "di-bawah-tanda-tangan",
        }
    }
}
