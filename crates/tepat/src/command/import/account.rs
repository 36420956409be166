//! What became of every row of a list, as `import` says it.

use lists::{Account, WhyUnread};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// The account of a file. Its numbers add up to its rows.
#[derive(Default, Serialize)]
pub(super) struct AccountAnswer {
    rows: usize,
    families: usize,
    titles: usize,
    headers: usize,
    sums: usize,
    unread: Vec<Unread>,
    /// Nobody can tell whether rows are hidden or struck out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    looks_unknown: bool,
}

/// Rows that were not read.
#[derive(Serialize)]
pub(super) struct Unread {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    first: u32,
    last: u32,
    count: usize,
    #[serde(rename = "code", serialize_with = "code")]
    why: WhyUnread,
}

impl From<&Account> for AccountAnswer {
    fn from(account: &Account) -> Self {
        let unread = account.unread_rows().map(|(rows, why)| Unread {
            sheet: rows.sheet.clone(),
            first: rows.first,
            last: rows.last,
            count: rows.count(),
            why,
        });
        Self {
            rows: account.rows,
            families: account.data,
            titles: account.titles(),
            headers: account.headers(),
            sums: account.sums(),
            unread: unread.collect(),
            looks_unknown: account.looks_unknown,
        }
    }
}

impl AccountAnswer {
    /// The rows that were not read.
    pub(super) fn unread(&self) -> impl Iterator<Item = &Unread> {
        self.unread.iter()
    }

    /// The numbers of several files. The rows that were not read are named with each.
    pub(super) fn sum<'a>(accounts: impl Iterator<Item = &'a Self>) -> String {
        let mut all = [0; 6];
        for account in accounts {
            for (sum, number) in all.iter_mut().zip(account.numbers()) {
                *sum += number;
            }
        }
        numbers(all)
    }

    fn numbers(&self) -> [usize; 6] {
        let unread = self.unread.iter().map(|rows| rows.count).sum();
        [self.rows, self.families, self.headers, self.titles, self.sums, unread]
    }
}

fn numbers([rows, families, headers, titles, sums, unread]: [usize; 6]) -> String {
    format!(
        "{rows} baris berisi: {families} dari keluarga, {headers} judul kolom, {titles} judul dan tanda tangan, {sums} jumlah, {unread} tidak dibaca.\n"
    )
}

impl Display for AccountAnswer {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "  {}", numbers(self.numbers()))?;
        if self.looks_unknown {
            writeln!(
                f,
                "  Baris tersembunyi atau dicoret tidak dapat dikenali di berkas XLSB: simpan sebagai XLSX bila ada."
            )?;
        }
        self.unread.iter().try_for_each(|rows| writeln!(f, "  {rows}"))
    }
}

impl Display for Unread {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let sheet = self.sheet.as_ref().map(|sheet| format!("{sheet}, ")).unwrap_or_default();
        let to = if self.last > self.first { format!(" sampai {}", self.last) } else { String::new() };
        write!(f, "{sheet}baris {}{to} [TIDAK DIBACA]: {}", self.first, why(self.why))
    }
}

fn code<S: serde::Serializer>(why: &WhyUnread, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(why.code())
}

/// Why, and what to do.
fn why(why: WhyUnread) -> &'static str {
    match why {
        WhyUnread::NoHeader => {
            "tidak ada baris di atasnya yang menyebut Nama, NIK, atau No KK: tambahkan judul kolom, atau sebut isinya dengan --columns."
        }
        WhyUnread::NotHouseholds => "kolomnya bukan kolom daftar keluarga.",
        WhyUnread::Hidden => {
            "tersembunyi di lembar kerja, jadi tidak diambil: tampilkan bila seharusnya masuk."
        }
        WhyUnread::StruckOut => "dicoret, jadi tidak diambil: hapus coretannya bila seharusnya masuk.",
        WhyUnread::HiddenSheet => {
            "lembarnya tersembunyi, jadi tidak diambil: tampilkan bila seharusnya masuk."
        }
        WhyUnread::NamesNobody => "bukan keluarga, judul, atau jumlah yang dikenal: periksa isinya.",
        WhyUnread::BelowTheEnd => {
            "di bawah tanda tangan penutup daftar: pindahkan ke atas bila itu keluarga."
        }
    }
}
