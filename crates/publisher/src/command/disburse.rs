//! `tepat disburse`: what Bank DKI reports of the money of a tahap.

use super::attend::card;
use super::reported::{FAMILY, Form, Report, Says, Stop, Tally, nameless, plain};
use crate::clock::Moment;
use crate::fault::Result;
use crate::output::Output;
use crate::register::{Family, Grounds};
use crate::table::Names;
use crate::workspace::Workspace;
use domain::{Event, Status};
use std::path::Path;

const COLUMNS: &[Names] = &[
    FAMILY[0],
    FAMILY[1],
    FAMILY[2],
    &["empat angka kartu", "4 angka kartu", "4 digit kartu", "kartu", "no kartu", "nomor kartu"],
    &["nama", "nama penerima", "nama kpm"],
    &["tahap"],
    &["tanggal", "tanggal cair", "tgl"],
    &["status", "keterangan", "hasil"],
];
const CARD: usize = 3;
const NAME: usize = 4;
const TAHAP: usize = 5;
const DATE: usize = 6;
const STATUS: usize = 7;

pub(super) fn run(
    workspace: &mut Workspace,
    file: &Path,
    tahap: u16,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let tally = workspace.register.together(|register| {
        let mut tally = Tally::default();
        // A list of the bank may name the same families in every tahap.
        let topic = format!("pencairan tahap {tahap}");
        let form = Form { topic, columns: COLUMNS, naming: CARD + 1 };
        tally.read(register, file, &form, now, |report| take(report, tahap))?;
        Ok(tally)
    })?;
    output.answer(&tally, &tally.to_string());
    Ok(())
}

fn take(report: &Report<'_>, tahap: u16) -> std::result::Result<(Option<Family>, Says), Stop> {
    if !is_paid(report.cell(STATUS))? {
        return Err(Stop::row(
            "gagal-cair",
            "Bank menyebut pencairan ini gagal: belum ada uang di rekeningnya.",
        ));
    }
    if !is_same_tahap(report.cell(TAHAP), tahap) {
        return Err(Stop::row("tahap-lain", format!("Baris ini menyebut tahap lain, bukan tahap {tahap}.")));
    }
    let family = match report.family()? {
        Some(family) => family,
        None => by_card(report)?,
    };
    let on = report.date(DATE)?.unwrap_or(report.now.date);
    let events = report.register.events(family.id)?;
    let status = events.last().map_or(Status::Proposed, |event| event.status);
    if events.iter().any(|event| event.status == Status::Paid && event.tahap == Some(tahap)) {
        return Err(Stop::row(
            "sudah-cair",
            format!("Tahap {tahap} sudah tercatat cair untuk keluarga ini."),
        ));
    }
    let has_card = events.iter().any(|event| matches!(event.status, Status::CardReceived | Status::Paid));
    let may =
        matches!(status, Status::CardReceived | Status::Paid) || (status == Status::Approved && has_card);
    if !may {
        return Err(Stop::row(
            "belum-berkartu",
            format!("Keluarga ini berstatus {status}: belum, atau tidak lagi, dibayar."),
        ));
    }
    let event = Event { tahap: Some(tahap), ..Event::new(Status::Paid, on) };
    report.register.record(family.id, &event, Grounds::rows(vec![report.line]), report.now)?;
    Ok((Some(family), Says::New("cair", on)))
}

/// The family by the end of its card and the name of its head.
fn by_card(report: &Report<'_>) -> std::result::Result<Family, Stop> {
    let card = card(report.cell(CARD))?.ok_or_else(nameless)?;
    let name = plain(report.cell(NAME));
    let mut found = report.register.families_with_card(&card)?;
    found.retain(|family| plain(&family.household.head.name) == name);
    match (found.pop(), found.is_empty()) {
        (Some(family), true) => Ok(family),
        (Some(_), false) => Err(Stop::row(
            "beberapa-keluarga",
            "Kartu dan nama itu ada pada beberapa keluarga: sebut nomor KK.",
        )),
        (None, _) => Err(Stop::row("tidak-terdaftar", "Tidak ada keluarga dengan akhir kartu dan nama itu.")),
    }
}

/// What is not said was paid: the list is of those who were.
fn is_paid(text: &str) -> std::result::Result<bool, Stop> {
    match plain(text).as_str() {
        "" | "cair" | "berhasil" | "sukses" | "ok" | "dibayar" | "tersalur" => Ok(true),
        "gagal" | "retur" | "ditolak" | "tidak cair" | "belum cair" => Ok(false),
        _ => Err(Stop::row("status", "Status tidak dikenali: tulis cair atau gagal.")),
    }
}

/// `2`, `Tahap 2` or nothing.
fn is_same_tahap(text: &str, tahap: u16) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    text.is_empty() || digits.parse() == Ok(tahap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_bank_writes() {
        for (text, expect) in [("Cair", Some(true)), ("", Some(true)), ("RETUR", Some(false)), ("?x", None)] {
            assert_eq!(is_paid(text).ok(), expect, "{text}");
        }
        for (text, expect) in [("2", true), ("Tahap 2", true), ("", true), ("3", false), ("dua", false)] {
            assert_eq!(is_same_tahap(text, 2), expect, "{text}");
        }
    }
}
