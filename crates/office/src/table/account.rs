//! The account of a table: none of its rows is lost without a word.

use crate::fault::{Fault, Result};
use lists::{Account, Aside, WhyUnread};
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt::{Display, Formatter, Write as _};

/// What became of the rows of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct TableAccount {
    /// The file, and the sheet where there are several.
    pub table: String,
    /// Its rows. Of those of data each was taken in or is named.
    pub account: Account,
    /// Its rows of sums, each by the columns that were asked for.
    pub sums: Vec<Vec<String>>,
}

impl TableAccount {
    /// Checks the sum, and that its reader did something with every row of data.
    ///
    /// # Errors
    /// A row was lost: a fault of this program.
    pub fn check(&self, handled: usize) -> Result<()> {
        let Account { rows, data, .. } = self.account;
        if self.account.adds_up() && data == handled {
            return Ok(());
        }
        Err(Fault::new(
            "baris-hilang",
            format!(
                "{}: {rows} baris terisi, tetapi hanya {} yang dapat dipertanggungjawabkan.",
                self.table,
                handled + self.lines().count()
            ),
            "Tidak ada yang dicatat. Ini kesalahan program: laporkan, dan sertakan bentuk berkasnya.",
        ))
    }

    /// Whether there is nothing to say: a header, and data.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.account.aside.as_slice(), [] | [lists::AsideRows { is: Aside::Header, .. }])
            && self.account.headers() <= 1
    }

    /// Every row that is no data, one by one.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u32, Aside)> {
        self.account.aside.iter().flat_map(|rows| (rows.first..=rows.last).map(|line| (line, rows.is)))
    }
}

/// In one line: `daftar: 9 baris terisi, 4 data; judul: 1-3; jumlah: 9`.
impl Display for TableAccount {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Account { rows, data, .. } = self.account;
        write!(f, "{}: {rows} baris terisi, {data} dibaca sebagai data", self.table)?;
        let kinds: BTreeSet<Aside> = self.account.aside.iter().map(|rows| rows.is).collect();
        for kind in kinds {
            let lines = self.lines().filter(|(_, is)| *is == kind).map(|(line, _)| line);
            write!(f, "; {}: baris {}", name(kind), spans(lines))?;
        }
        Ok(())
    }
}

/// For scripts: every row with its code.
impl Serialize for TableAccount {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let mut account = to.serialize_struct("TableAccount", 4)?;
        account.serialize_field("table", &self.table)?;
        account.serialize_field("rows", &self.account.rows)?;
        account.serialize_field("data", &self.account.data)?;
        let lines: Vec<(u32, &str)> = self.lines().map(|(line, is)| (line, code(is))).collect();
        account.serialize_field("aside", &lines)?;
        account.end()
    }
}

fn name(is: Aside) -> &'static str {
    match is {
        Aside::Title => "judul",
        Aside::Header => "kepala kolom",
        Aside::Numbering => "nomor kolom",
        Aside::Sum => "jumlah",
        Aside::Signature => "penutup atau tanda tangan",
        Aside::Unread(WhyUnread::Hidden) => {
            "tersembunyi, tidak dibaca (tampilkan barisnya bila memang dikirim)"
        }
        Aside::Unread(WhyUnread::StruckOut) => "dicoret, tidak dibaca",
        Aside::Unread(WhyUnread::NoHeader) => "TIDAK DIBACA: di atasnya tidak ada kepala kolom yang dikenal",
        Aside::Unread(why) => why.code(),
    }
}

fn code(is: Aside) -> &'static str {
    match is {
        Aside::Title => "title",
        Aside::Header => "header",
        Aside::Numbering => "numbering",
        Aside::Sum => "sum",
        Aside::Signature => "signature",
        Aside::Unread(WhyUnread::Hidden) => "hidden",
        Aside::Unread(WhyUnread::StruckOut) => "struck-out",
        Aside::Unread(WhyUnread::NoHeader) => "without-header",
        Aside::Unread(why) => why.code(),
    }
}

/// As many as a person reads; a script gets all.
const SPANS: usize = 12;

/// `1-3, 9`
pub fn spans(lines: impl Iterator<Item = u32>) -> String {
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
