//! What Bank DKI reports of the money of a tahap.

use super::bank_word;
use super::card::card;
use super::row::{FAMILY, Form, Report, RowResult, Statement, Stop, nameless};
use super::tally::Tally;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{DecisionBasis, Family, Register};
use crate::table::Names;
use domain::identity::letters;
use domain::reading::plain;
use domain::{Date, Event, Status};
use std::path::PathBuf;

const COLUMNS: &[Names] = &[
    FAMILY[0],
    FAMILY[1],
    FAMILY[2],
    &["empat angka kartu", "4 angka kartu", "4 digit kartu", "kartu", "no kartu", "nomor kartu"],
    &["nama", "nama penerima", "nama kpm"],
    &["tahap", "tahap ke", "tahap penyaluran", "tahap pencairan"],
    &["tanggal", "tanggal cair", "tgl"],
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
        "keterangan",
        "ket",
    ],
    // Why a payment failed.
    &["alasan", "alasan gagal", "keterangan", "ket", "catatan"],
];
const CARD: usize = 3;
const NAME: usize = 4;
const TAHAP: usize = 5;
const DATE: usize = 6;
const STATUS: usize = 7;
const NOTE: usize = 8;

/// The word for a payment that did not arrive.
const FAILED: &str = "gagal";

/// Takes a report of the bank in, whole or not at all. `all_paid`: a row without a status says that the money has come.
///
/// # Errors
/// The file cannot be read as such a report, or the register cannot be written.
pub fn read(register: &Register, file: PathBuf, tahap: u16, all_paid: bool, now: &Moment) -> Result<Tally> {
    let form = Form { topic: topic(tahap), columns: COLUMNS, needs: &[&[0, 1, 2, CARD]], remark: Some(NOTE) };
    Tally::of(register, &[file], &form, now, |report| take(report, tahap, all_paid))
}

/// What the reports on a tahap are about: a list of the bank may name the same families in every one.
pub(crate) fn topic(tahap: u16) -> String {
    format!("pencairan tahap {tahap}")
}

fn take(report: &Report<'_>, tahap: u16, all_paid: bool) -> RowResult {
    if !report.has(STATUS) && !all_paid {
        return Err(Stop::All(Fault::new(
            "tanpa-status",
            "Laporan ini tidak punya kolom status: pencairan yang gagal tidak dapat dibedakan.",
            "Minta bank menyebut status tiap baris, atau tambahkan --semua-berhasil bila semuanya memang cair.",
        )));
    }
    let is_paid = is_paid(report.cell(STATUS), all_paid)?;
    match is_same_tahap(report.cell(TAHAP), tahap) {
        Some(true) => {}
        Some(false) => {
            return Err(Stop::row(
                "tahap-lain",
                format!("Baris ini menyebut tahap lain, bukan tahap {tahap}."),
            ));
        }
        None => return Err(Stop::row("tahap", format!("Tahap tidak dikenali: tulis {tahap}."))),
    }
    let family = match report.family()? {
        Some(family) => family,
        None => by_card(report)?,
    };
    let on = report.date(DATE)?.unwrap_or(report.now.date);
    if !is_paid && has_failed(report, &family, tahap, on)? {
        return Ok((Some(family), Statement::Known(FAILED, on)));
    }
    let history = report.register.history(family.id)?;
    let (status, events) = (history.status(), history.events());
    if events.iter().any(|event| event.status == Status::Paid && event.tahap == Some(tahap)) {
        let known = format!("Tahap {tahap} sudah tercatat cair untuk keluarga ini");
        return Err(match is_paid {
            true => Stop::row("sudah-cair", format!("{known}.")),
            false => Stop::row(
                "hasil-bertentangan",
                format!("{known}, dan baris ini menyebut gagal: tanyakan kepada bank."),
            ),
        });
    }
    approved_by(on, events, tahap)?;
    if !is_paid {
        // The family stays where it is: the next report may say that the money has come.
        return Ok((Some(family), Statement::New(FAILED, on)));
    }
    let may = matches!(status, Status::CardReceived | Status::Paid)
        || (status == Status::Approved && history.has_card());
    if !may {
        return Err(Stop::row(
            "belum-berkartu",
            format!("Keluarga ini berstatus {status}: belum, atau tidak lagi, dibayar."),
        ));
    }
    let event = Event { tahap: Some(tahap), ..Event::new(Status::Paid, on) };
    report.register.record(family.id, &event, DecisionBasis::rows(vec![report.line]), report.now)?;
    Ok((Some(family), Statement::New("cair", on)))
}

/// Whether a failure of that day is known already.
fn has_failed(report: &Report<'_>, family: &Family, tahap: u16, on: Date) -> Result<bool> {
    let said = report.register.said_of(family.id)?;
    Ok(said.iter().any(|said| said.topic == topic(tahap) && said.says == FAILED && said.on == on))
}

/// Nobody is paid before being on the final list: such a report is on another tahap.
fn approved_by(on: Date, events: &[Event], tahap: u16) -> std::result::Result<(), Stop> {
    let of_tahap = |event: &&Event| event.status == Status::Approved && event.tahap == Some(tahap);
    match events.iter().filter(of_tahap).map(|event| event.at).min() {
        Some(approved) if approved <= on => Ok(()),
        Some(approved) => Err(Stop::row(
            "sebelum-ditetapkan",
            format!(
                "Tanggal {on} sebelum keluarga ini ditetapkan untuk tahap {tahap} ({approved}): periksa nomor tahapnya."
            ),
        )),
        None => Err(Stop::row(
            "tidak-ditetapkan",
            format!("Keluarga ini tidak ditetapkan untuk tahap {tahap}: periksa nomor tahapnya."),
        )),
    }
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
fn is_paid(text: &str, all_paid: bool) -> std::result::Result<bool, Stop> {
    if plain(text).is_empty() {
        return match all_paid {
            true => Ok(true),
            false => Err(Stop::row("status", "Status kosong: minta bank menyebut cair atau gagal.")),
        };
    }
    bank_word::is_paid(text)
        .ok_or_else(|| Stop::row("status", "Status tidak dikenali: tulis cair atau gagal."))
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
            ("Cair", Some(true)),
            ("SUDAH CAIR", Some(true)),
            ("", None),
            ("RETUR", Some(false)),
            ("GAGAL - rekening tidak aktif", Some(false)),
            ("Tidak berhasil", Some(false)),
            ("?x", None),
        ] {
            assert_eq!(is_paid(text, false).ok(), expect, "{text}");
        }
        for (text, expect) in [("", Some(true)), ("GAGAL", Some(false)), ("?x", None)] {
            assert_eq!(is_paid(text, true).ok(), expect, "{text}");
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
