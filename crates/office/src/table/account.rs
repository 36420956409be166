//! What became of every filled row of a table: none is lost without a word.

use crate::fault::{Fault, Result};
use serde::Serialize;
use std::fmt::{Display, Formatter, Write as _};

/// What a row is, where it is not read as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aside {
    /// A title above a header.
    Title,
    /// A row that names the columns.
    Header,
    /// `(1) (2) (3)` below a header.
    Numbering,
    /// `SUB TOTAL`, `Jumlah`.
    Sum,
    /// Place and date, office, name and number of whoever signs.
    Signature,
    /// A row that the sender has hidden, or filtered out.
    Hidden,
    /// A row of which every text is struck out.
    StruckOut,
    /// It stands below no header that names the columns.
    WithoutHeader,
}

impl Aside {
    fn name(self) -> &'static str {
        match self {
            Self::Title => "judul",
            Self::Header => "kepala kolom",
            Self::Numbering => "nomor kolom",
            Self::Sum => "jumlah",
            Self::Signature => "penutup atau tanda tangan",
            Self::Hidden => "tersembunyi, tidak dibaca (tampilkan barisnya bila memang dikirim)",
            Self::StruckOut => "dicoret, tidak dibaca",
            Self::WithoutHeader => "TIDAK DIBACA: di atasnya tidak ada kepala kolom yang dikenal",
        }
    }
}

/// The filled rows of a table, each counted once.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Account {
    /// The file, and the sheet where there are several.
    pub table: String,
    /// Rows that hold anything.
    pub rows: usize,
    /// Rows that were read as data: each was taken in or is named.
    pub data: usize,
    /// What the others are, in the order of the table.
    pub aside: Vec<(u32, Aside)>,
}

impl Account {
    pub(super) fn of(table: &str) -> Self {
        Self { table: table.to_owned(), rows: 0, data: 0, aside: Vec::new() }
    }

    /// Checks the sum, and that its reader did something with every row of data.
    ///
    /// # Errors
    /// A row was lost: a fault of this program.
    pub fn check(&self, handled: usize) -> Result<()> {
        if self.rows == self.data + self.aside.len() && self.data == handled {
            return Ok(());
        }
        Err(Fault::new(
            "baris-hilang",
            format!(
                "{}: {} baris terisi, tetapi hanya {} yang dapat dipertanggungjawabkan.",
                self.table,
                self.rows,
                handled + self.aside.len()
            ),
            "Tidak ada yang dicatat. Ini kesalahan program: laporkan, dan sertakan bentuk berkasnya.",
        ))
    }

    /// Whether there is nothing to say: a header, and data.
    pub(super) fn is_plain(&self) -> bool {
        self.aside.len() <= 1 && self.aside.iter().all(|(_, aside)| *aside == Aside::Header)
    }
}

/// In one line: `daftar: 9 baris terisi, 4 data; judul: 1-3; jumlah: 9`.
impl Display for Account {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} baris terisi, {} dibaca sebagai data", self.table, self.rows, self.data)?;
        let mut kinds: Vec<Aside> = self.aside.iter().map(|(_, aside)| *aside).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let lines = self.aside.iter().filter(|(_, aside)| *aside == kind).map(|(line, _)| *line);
            write!(f, "; {}: baris {}", kind.name(), spans(lines))?;
        }
        Ok(())
    }
}

/// As many as a person reads; a script gets all.
const SPANS: usize = 12;

/// `1-3, 9`
pub(super) fn spans(lines: impl Iterator<Item = u32>) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for line in lines {
        match spans.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(line) => *last = line,
            _ => spans.push((line, line)),
        }
    }
    let mut text = String::new();
    for (first, last) in spans.iter().take(SPANS) {
        let comma = if text.is_empty() { "" } else { ", " };
        let _ = match first == last {
            true => write!(text, "{comma}{first}"),
            false => write!(text, "{comma}{first}-{last}"),
        };
    }
    match spans.len().saturating_sub(SPANS) {
        0 => text,
        more => text + &format!(" dan {more} tempat lagi"),
    }
}
