//! A row of a report of the bank: whom it names, what it says of the money, and what is wrong with it.

use crate::accounts::sentence;
use crate::fault::{Fault, Result};
use crate::register::{BankLine, BankPerson, BankSays, Family, Posting};
use crate::reports::bank_word;
use crate::reports::card::card;
use crate::reports::row::{FAMILY, Report, Stop, nameless};
use crate::table::{Names, Needs};
use domain::identity::letters;
use domain::limits::{NAME as NAME_LIMIT, within};
use domain::reading::plain;
use domain::{Member, NormalizedName, Rupiah};
use std::path::Path;

pub(super) const COLUMNS: &[Names] = &[
    FAMILY[0],
    FAMILY[1],
    FAMILY[2],
    &["empat angka kartu", "4 angka kartu", "4 digit kartu", "kartu", "no kartu", "nomor kartu"],
    &[
        "nama",
        "nama penerima",
        "nama lengkap",
        "nama kpm",
        "nama rekening",
        "nama pemilik rekening",
        "nama nasabah",
        "nama kepala keluarga",
    ],
    &["tahap", "tahap ke", "tahap penyaluran", "tahap pencairan"],
    &["tanggal", "tanggal cair", "tgl", "tanggal bayar", "tanggal transaksi", "tgl transaksi"],
    &[
        "status",
        "status transaksi",
        "status transfer",
        "status pencairan",
        "status penyaluran",
        "status pembayaran",
        "status bayar",
        "status cair",
        "status dana",
        "status rekening",
        "hasil",
        "hasil transaksi",
        "hasil transfer",
        "hasil pencairan",
        "respon",
        "response",
        "status respon",
        "keterangan respon",
        "keterangan transaksi",
        "keterangan status",
        "keterangan",
        "ket",
    ],
    // Why a payment failed.
    &["alasan", "alasan gagal", "keterangan", "ket", "catatan"],
    &[
        "jumlah",
        "jumlah rp",
        "jumlah dana",
        "jumlah uang",
        "jumlah bantuan",
        "jumlah transfer",
        "jumlah bayar",
        "jumlah cair",
        "jumlah diterima",
        "jumlah kredit",
        "nominal",
        "nominal rp",
        "nominal transfer",
        "nominal bantuan",
        "nominal pencairan",
        "nilai",
        "nilai rp",
        "nilai transaksi",
        "nilai transfer",
        "kredit",
        "nilai bantuan",
        "rupiah",
        "besaran",
        "besar bantuan",
        "amount",
    ],
];
pub(super) const NEEDS: Needs = &[&[0, 1, 2, CARD]];
const CARD: usize = 3;
const NAME: usize = 4;
const TAHAP: usize = 5;
const DATE: usize = 6;
const STATUS: usize = 7;
pub(super) const NOTE: usize = 8;
pub(super) const AMOUNT: usize = 9;

/// So many letters of a name are enough to know the rest.
const CUT: usize = 12;

/// What is read, and how.
#[derive(Clone, Copy)]
pub struct BankReport<'a> {
    /// The file.
    pub file: &'a Path,
    /// The tahap that it is about.
    pub tahap: u16,
    /// A row without a status says that the money has come.
    pub all_paid: bool,
    /// Somebody has looked: the file is taken in also where it was read before for another tahap, or all of it seems to be of one.
    pub is_sure: bool,
}

/// What a row says, and what is wrong with it.
pub(super) fn bank_line(
    report: &Report<'_>,
    BankReport { tahap, all_paid, .. }: BankReport<'_>,
) -> Result<(BankLine, Option<(&'static str, String)>)> {
    if !report.has(STATUS) && !all_paid {
        return Err(Fault::new(
            "tanpa-status",
            "Laporan ini tidak punya kolom status: pencairan yang gagal tidak dapat dibedakan.",
            "Minta bank menyebut status tiap baris, atau tambahkan --semua-berhasil bila semuanya memang cair.",
        ));
    }
    let mut wrong: Vec<(Posting, &'static str, String)> = Vec::new();
    let mut note = |posting, stop| match stop {
        Stop::All(fault) => Err(fault),
        Stop::Row(code, message) => {
            wrong.push((posting, code, message));
            Ok(())
        }
    };
    let mut family = None;
    match report.family().and_then(|found| found.map_or_else(|| by_card(report), Ok)) {
        Ok(found) => family = Some(found),
        Err(stop) => note(Posting::Unknown, stop)?,
    }
    let says = match says(report.cell(STATUS), all_paid) {
        Ok(says) => says,
        Err(stop) => {
            note(Posting::Unclear, stop)?;
            BankSays::Unclear
        }
    };
    match is_same_tahap(report.cell(TAHAP), tahap) {
        Some(true) => {}
        Some(false) => note(
            Posting::OtherTahap,
            Stop::row("tahap-lain", format!("Baris ini menyebut tahap lain, bukan tahap {tahap}.")),
        )?,
        None => {
            note(Posting::OtherTahap, Stop::row("tahap", format!("Tahap tidak dikenali: tulis {tahap}.")))?
        }
    }
    let day = report.date(DATE).or_else(|stop| note(Posting::Unclear, stop).map(|()| None))?;
    let (on, is_dated) = (day.unwrap_or(report.now.date), day.is_some());
    let amount = Rupiah::parse(report.cell(AMOUNT)).ok();
    if report.has(AMOUNT) && amount.is_none() && says.is_money() {
        note(
            Posting::NoAmount,
            Stop::row(
                "jumlah",
                "Jumlah uang tidak terbaca: cocokkan dengan bank, lalu selesaikan baris ini.",
            ),
        )?;
    }
    if says.is_money() && family.as_ref().is_some_and(|family| is_of_others(family, report.cell(NAME))) {
        note(Posting::OtherName, Stop::row("nama-lain", sentence(Posting::OtherName, tahap)))?;
    }
    let differs = wrong.first().map(|(posting, ..)| *posting);
    let whom = if family.is_some() { String::new() } else { whom(report) };
    let posting = match says {
        BankSays::Failed => Posting::Failed,
        _ => differs.unwrap_or(Posting::Unclear),
    };
    let (line, family) = (report.line, family.map(|family| family.id));
    let outcome = None;
    let bank_line =
        BankLine { id: 0, line, tahap, family, says, on, is_dated, amount, whom, differs, posting, outcome };
    Ok((bank_line, wrong.into_iter().next().map(|(_, code, message)| (code, message))))
}

/// Whether a name is of nobody in the family. Banks cut long names off.
fn is_of_others(family: &Family, name: &str) -> bool {
    let (normalized, words, name) = (NormalizedName::of(name), plain(name), letters(name));
    let is_of = |member: &Member| {
        let is_cut = name.len() >= CUT && letters(&member.name).starts_with(&name);
        let own = plain(&member.name);
        let is_part = words.split(' ').all(|word| own.split(' ').any(|own| own == word));
        is_cut || is_part || NormalizedName::of(&member.name).tie(&normalized).is_some()
    };
    !name.is_empty() && !family.household.members().any(is_of)
}

/// Whom a row means that names no family.
fn whom(report: &Report<'_>) -> String {
    let numbers = [("kode", 0), ("KK", 1), ("NIK", 2), ("kartu", CARD)];
    let mut name = report.cell(NAME).to_owned();
    within(&mut name, NAME_LIMIT);
    BankPerson::new(numbers.map(|(what, column)| (what, report.cell(column))), name).to_string()
}

/// The family by the end of its card and the name of its head.
fn by_card(report: &Report<'_>) -> std::result::Result<Family, Stop> {
    let card = card(report.cell(CARD))?.ok_or_else(nameless)?;
    let name = letters(report.cell(NAME));
    let mut found = report.register.families_with_card(&card)?;
    found.retain(|family| letters(&family.household.head.name) == name);
    match (found.pop(), found.is_empty()) {
        (Some(family), true) => Ok(family),
        (Some(_), false) => Err(Stop::row(
            "beberapa-keluarga",
            "Kartu dan nama itu ada pada beberapa keluarga: sebut nomor KK.",
        )),
        (None, _) => Err(Stop::row("tidak-terdaftar", "Tidak ada keluarga dengan akhir kartu dan nama itu.")),
    }
}

/// What is not said was paid only if somebody says so of all.
fn says(text: &str, all_paid: bool) -> std::result::Result<BankSays, Stop> {
    if plain(text).is_empty() {
        return match all_paid {
            true => Ok(BankSays::Paid),
            false => Err(Stop::row("status", "Status kosong: minta bank menyebut cair atau gagal.")),
        };
    }
    bank_word::says(text)
        .ok_or_else(|| Stop::row("status", "Status tidak dikenali: tulis cair, gagal, atau retur."))
}

/// `2`, `Tahap 2`, `Tahap II`, `tahap kedua (2021)` or nothing; none where it cannot be read.
fn is_same_tahap(text: &str, tahap: u16) -> Option<bool> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    const WORDS: [&str; 12] = [
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "dua belas",
    ];
    let text = plain(text);
    if text.is_empty() {
        return Some(true);
    }
    let number = |word: &str| {
        let word = word.strip_prefix("ke").unwrap_or(word);
        let at = |words: [&str; 12]| words.iter().position(|it| *it == word).map(|at| at + 1);
        let at = at(ROMAN).or_else(|| at(WORDS)).or((word == "pertama").then_some(1));
        word.parse::<u16>().ok().or_else(|| u16::try_from(at?).ok())
    };
    let is_year = |number: &u16| (2000..2100).contains(number);
    let mut numbers = text.split(' ').filter_map(number).filter(|number| !is_year(number));
    match (numbers.next(), numbers.next()) {
        (Some(its), None) => Some(its == tahap),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_bank_writes() {
        for (text, expect) in [
            ("Cair", Some(BankSays::Paid)),
            ("SUDAH CAIR", Some(BankSays::Paid)),
            ("", None),
            ("RETUR", Some(BankSays::Returned)),
            ("GAGAL - rekening tidak aktif", Some(BankSays::Failed)),
            ("Tidak berhasil", Some(BankSays::Failed)),
            ("?x", None),
        ] {
            assert_eq!(says(text, false).ok(), expect, "{text}");
        }
        for (text, expect) in [("", Some(BankSays::Paid)), ("GAGAL", Some(BankSays::Failed)), ("?x", None)] {
            assert_eq!(says(text, true).ok(), expect, "{text}");
        }
        for (text, expect) in [
            ("2", Some(true)),
            ("Tahap 2", Some(true)),
            ("Tahap II", Some(true)),
            ("II", Some(true)),
            ("kedua", Some(true)),
            ("Tahap 2 (2021)", Some(true)),
            ("", Some(true)),
            ("3", Some(false)),
            ("Tahap I", Some(false)),
            ("Tahap 1-2", None),
            ("akhir", None),
        ] {
            assert_eq!(is_same_tahap(text, 2), expect, "{text}");
        }
    }
}
