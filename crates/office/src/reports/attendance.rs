//! What the points report of the families that were called.

use super::card::card;
use super::row::{FAMILY, Form, NAMING, Report, RowResult, Statement, Stop, nameless};
use super::tally::Tally;
use crate::accounts::post_family;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{DecisionBasis, Register};
use crate::table::{Names, Needs};
use domain::reading::{answer, denies, plain};
use domain::{Cause, Date, Event, Question, Reason, Status};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What these reports are about.
pub(crate) const TOPIC: &str = "kehadiran";

const COLUMNS: &[Names] = &[
    FAMILY[0],
    FAMILY[1],
    FAMILY[2],
    &[
        "hasil",
        "kehadiran",
        "status",
        "status kehadiran",
        "status hadir",
        "hasil kunjungan",
        "hasil kehadiran",
        "keterangan hadir",
        "keterangan kehadiran",
        "hadir tidak",
        "hadir tidak hadir",
        "datang tidak",
        "datang tidak datang",
    ],
    &[
        "tanggal hasil",
        "tanggal datang",
        "tanggal hadir",
        "tanggal kehadiran",
        "tanggal kedatangan",
        "tanggal ambil",
        "tanggal pengambilan",
        "tanggal terima",
    ],
    &["tanggal", "tgl"],
    &["empat angka kartu", "4 angka kartu", "4 digit kartu", "kartu", "no kartu", "nomor kartu"],
    &["catatan", "keterangan", "ket"],
    &["hadir", "datang", "kehadiran hadir", "kehadiran datang", "kehadiran ya"],
    &["diwakili", "diwakilkan", "kuasa", "kehadiran diwakili"],
    &[
        "tidak hadir",
        "tidak datang",
        "absen",
        "kehadiran tidak hadir",
        "kehadiran tidak datang",
        "kehadiran tidak",
    ],
];
const NEEDS: Needs = &[NAMING, &[RESULT, CAME]];
const RESULT: usize = 3;
const DATE: usize = 4;
/// The day that the family was called for, as the sheet of the point says.
const DAY: usize = 5;
const CARD: usize = 6;
const NOTE: usize = 7;
/// Where each result has a column for ticks.
const CAME: usize = 8;
const BY_PROXY: usize = 9;
const ABSENT: usize = 10;

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Came,
    Proxy,
    Heir,
    Declined,
    Absent,
}

/// Takes reports of points in, all of them or none.
///
/// # Errors
/// A file cannot be read as such a report, or the register cannot be written.
pub fn read(register: &Register, files: &[PathBuf], now: &Moment) -> Result<Tally> {
    // Whatever a point writes beside may name a proxy: it never reaches the family.
    let form = Form { topic: TOPIC.to_owned(), columns: COLUMNS, needs: NEEDS, remark: Some(NOTE) };
    let touched = RefCell::new(BTreeSet::new());
    let tally = Tally::of(register, files, &form, now, |report| {
        let (family, statement) = take(report)?;
        touched.borrow_mut().extend(family.as_ref().map(|family| family.id));
        Ok((family, statement))
    })?;
    // The bank may have paid whoever got the card before this report came.
    let mut touched = touched.into_inner().into_iter();
    touched.try_for_each(|family| post_family(register, family, now))?;
    Ok(tally)
}

fn take(report: &Report<'_>) -> RowResult {
    // The sheets of the points name everybody who is called; a row without a result says nothing yet.
    let cells = [RESULT, CAME, BY_PROXY, ABSENT].map(|column| report.cell(column));
    if cells.iter().all(|cell| cell.is_empty()) {
        return if report.is_nameless() { Err(nameless()) } else { Ok((None, Statement::Nothing)) };
    }
    let outcome = match cells {
        [result, "", "", ""] => Outcome::read(result),
        [result, came, by_proxy, absent] => {
            let ticks = Outcome::ticked([came, by_proxy, absent], report.has(ABSENT));
            ticks.filter(|outcome| result.is_empty() || Outcome::read(result) == Some(*outcome))
        }
    };
    let outcome = outcome.ok_or_else(|| {
        Stop::row(
            "hasil",
            match is_without_card(report.cell(RESULT)) {
                true => {
                    "Datang, tetapi kartunya belum diambil: tulis tidak datang agar diundang lagi, atau datang bila kartunya sudah diterima."
                }
                false => "Hasil tidak dikenali: tulis datang, diwakili, ahli waris, menolak, atau tidak datang.",
            },
        )
    })?;
    let card = card(report.cell(CARD))?;
    let family = report.family()?.ok_or_else(nameless)?;
    let history = report.register.history(family.id)?;
    let status = history.status();
    let mut called = history.events().iter().filter(|event| event.status == Status::Invited).peekable();
    let Some(first) = called.peek().map(|event| event.at) else {
        return Err(Stop::row(
            "tidak-diundang",
            format!("Keluarga ini belum pernah diundang; statusnya {status}."),
        ));
    };
    // A report may come in when the family has been called again.
    let last = called.filter_map(|event| event.invitation.as_ref()).next_back().map(|it| it.date);
    let said = report.date(DATE)?.map_or_else(|| report.date(DAY), |date| Ok(Some(date)))?;
    let on = said
        .or(last)
        .filter(|on| *on >= first && *on <= report.now.date)
        .ok_or_else(|| Stop::row("tanggal", "Tanggal itu sebelum keluarga ini diundang, atau belum tiba."))?;

    let known = report.register.card_of(family.id)?;
    if let (Some(card), Some(known)) = (&card, &known)
        && card != known
    {
        return Err(Stop::row(
            "kartu-lain",
            "Keluarga ini sudah menerima kartu dengan angka lain: periksa keduanya.",
        ));
    }
    let said = report.register.said_of(family.id)?;
    let mut said = said.iter().filter(|said| said.topic == TOPIC && said.on == on);
    if let Some(said) = said.next() {
        if said.says == outcome.word() {
            return Ok((Some(family), Statement::Known(outcome.word(), on)));
        }
        return Err(Stop::row(
            "hasil-bertentangan",
            format!("Laporan lain menyebut {} pada hari itu: periksa, lalu `tepat decide`.", said.says),
        ));
    }
    if outcome == Outcome::Absent {
        // It changes nothing: the next call finds whoever is still called.
        return Ok((Some(family), Statement::New(outcome.word(), on)));
    }
    if status != Status::Invited {
        return Err(Stop::row("tidak-diundang", format!("Keluarga ini berstatus {status}, bukan diundang.")));
    }
    report.register.record(
        family.id,
        &outcome.event(on),
        DecisionBasis::rows(vec![report.line]),
        report.now,
    )?;
    if outcome == Outcome::Declined {
        // A row may have slipped: nobody is struck off before a person has looked.
        report.register.ask(family.id, Question::Declined, &[report.line], report.now)?;
    }
    if let Some(card) = card.filter(|_| outcome != Outcome::Declined) {
        report.register.give_card(family.id, &card, report.line)?;
    }
    Ok((Some(family), Statement::New(outcome.word(), on)))
}

/// Words that say nothing more of somebody who came, or why somebody did not.
const MORE: &[&str] = &[
    "sendiri",
    "langsung",
    "lengkap",
    "sudah",
    "telah",
    "ambil",
    "mengambil",
    "menerima",
    "terima",
    "kartu",
    "dan",
    "ok",
];

/// Whether somebody came and has no card yet.
fn is_without_card(text: &str) -> bool {
    let text = plain(text);
    let is_of_card =
        |word: &str| ["kartu", "ambil", "diambil", "terima", "menerima", "dapat"].contains(&word);
    text.split(' ').any(denies) && text.split(' ').any(is_of_card)
}

impl Outcome {
    /// Reads what points write. What says two things is nothing: a person must look.
    fn read(text: &str) -> Option<Self> {
        let tick = text.trim();
        if matches!(tick, "✓" | "✔" | "√" | "v" | "V") {
            return Some(Self::Came);
        }
        let text = plain(text);
        match text.as_str() {
            "h" | "ya" => return Some(Self::Came),
            "ditolak keluarga" | "tolak" => return Some(Self::Declined),
            "tidak" | "absen" | "alpa" | "alpha" => return Some(Self::Absent),
            "" => return None,
            _ => {}
        }
        let words: Vec<&str> = text.split(' ').collect();
        let has = |these: &[&str]| words.iter().any(|word| these.contains(word));
        let is_denied = words.iter().any(|word| denies(word));
        let came = has(&["datang", "hadir"]);
        let others: Vec<Self> = [
            (Self::Proxy, ["diwakili", "diwakilkan", "wakil", "kuasa"].as_slice()),
            (Self::Heir, &["waris", "warisnya"]),
            (Self::Declined, &["menolak", "mengundurkan"]),
        ]
        .into_iter()
        .filter(|(_, words)| has(words))
        .map(|(outcome, _)| outcome)
        .collect();
        match others.as_slice() {
            [outcome] if !(is_denied || came && *outcome == Self::Declined) => return Some(*outcome),
            [] => {}
            _ => return None,
        }
        match words.as_slice() {
            // Why somebody did not come may follow, but not that somebody did, nor a death.
            [first, "datang" | "hadir", rest @ ..] if denies(first) => {
                let is_more =
                    |word: &&str| ["datang", "hadir", "kartu", "meninggal", "wafat", "pindah"].contains(word);
                (!rest.iter().any(is_more)).then_some(Self::Absent)
            }
            ["datang" | "hadir", rest @ ..] => {
                rest.iter().all(|word| MORE.contains(word)).then_some(Self::Came)
            }
            _ => None,
        }
    }

    /// Reads ticks in the columns of who came, who was represented and who did not come, of which one is filled. `x` may be a tick or
    /// strike something out. A no to the first is absence where absence has no column.
    fn ticked(cells: [&str; 3], has_absent: bool) -> Option<Self> {
        let outcomes = [Self::Came, Self::Proxy, Self::Absent];
        let filled = cells
            .iter()
            .zip(outcomes)
            .filter(|(cell, _)| !cell.is_empty() && plain(cell) != "0" && **cell != "-");
        let is_no = |cell: &str| plain(cell) == "0" || answer(cell) == Some(false);
        match filled.collect::<Vec<_>>().as_slice() {
            [] if is_no(cells.first()?) && !has_absent && cells.first() != Some(&"-") => Some(Self::Absent),
            [(cell, Self::Came)] if is_no(cell) => (!has_absent).then_some(Self::Absent),
            [(cell, outcome)] if answer(cell) == Some(true) && !cell.eq_ignore_ascii_case("x") => {
                Some(*outcome)
            }
            [(cell, Self::Came)] => Self::read(cell),
            [(cell, outcome)] => Self::read(cell).filter(|read| read == outcome),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Came => "datang",
            Self::Proxy => "diwakili",
            Self::Heir => "ahli waris",
            Self::Declined => "menolak",
            Self::Absent => "tidak datang",
        }
    }

    /// What it comes to for the family.
    fn event(self, on: Date) -> Event {
        let (status, reason, cause) = match self {
            Self::Came | Self::Absent => (Status::CardReceived, None, None),
            Self::Proxy => (Status::CardReceived, None, Some(Cause::CollectedByProxy)),
            Self::Heir => (Status::CardReceived, None, Some(Cause::CollectedByHeir)),
            Self::Declined => (Status::Held, Some(Reason::Declined), Some(Cause::Declined)),
        };
        Event { reason, cause, ..Event::new(status, on) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_as_points_set_them() {
        for (cells, has_absent, expect) in [
            (["v", "", ""], true, Some("datang")),
            (["1", "", "0"], true, Some("datang")),
            (["Hadir", "", ""], true, Some("datang")),
            (["", "√", ""], true, Some("diwakili")),
            (["", "", "v"], true, Some("tidak datang")),
            (["Ya", "", ""], false, Some("datang")),
            (["Tidak", "", ""], false, Some("tidak datang")),
            (["0", "", ""], false, Some("tidak datang")),
            (["diwakili istri", "", ""], false, Some("diwakili")),
            (["v", "v", ""], true, None),
            (["v", "", "v"], true, None),
            (["x", "", ""], true, None),
            (["-", "", ""], false, None),
            (["", "Istri", ""], true, None),
        ] {
            assert_eq!(Outcome::ticked(cells, has_absent).map(Outcome::word), expect, "{cells:?}");
        }
    }

    #[test]
    fn results_as_points_write_them() {
        for (text, expect) in [
            ("Datang", Some("datang")),
            (" HADIR ", Some("datang")),
            ("Surat-Kuasa", Some("diwakili")),
            ("Ahli  Waris", Some("ahli waris")),
            ("menolak", Some("menolak")),
            ("Tidak Hadir", Some("tidak datang")),
            ("Tdk datang (sakit)", Some("tidak datang")),
            ("Hadir (diwakili suami)", Some("diwakili")),
            ("H", Some("datang")),
            ("v", Some("datang")),
            ("Datang sendiri", Some("datang")),
            ("diwakili ahli waris", None),
            ("Tidak hadir, diwakili istri", None),
            ("Datang, belum ambil kartu", None),
            ("Hadir, kartu rusak", None),
            ("tidak datang, sudah meninggal", None),
            ("tidak menolak", None),
            ("x", None),
            ("entah", None),
            ("", None),
        ] {
            assert_eq!(Outcome::read(text).map(Outcome::word), expect, "{text}");
        }
    }
}
