//! What became of families that were held while lists were compared.

use super::row::{FAMILY, Form, NAMING, Report, RowResult, Statement, Stop, nameless};
use super::tally::Tally;
use crate::accounts::post_family;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{DecisionBasis, Register};
use crate::table::{Names, Needs};
use domain::reading::plain;
use domain::{Cause, Event, Question, Reason, Status};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What these reports are about.
const TOPIC: &str = "tertunda";

const COLUMNS: &[Names] = &[
    FAMILY[0],
    FAMILY[1],
    FAMILY[2],
    &["keputusan", "hasil", "status"],
    &["alasan", "kode alasan"],
    // In the words of Dinas Sosial: the family reads them.
    &["catatan", "keterangan"],
    &["tanggal", "tanggal keputusan", "tgl"],
    &["petugas", "oleh", "nama petugas"],
];
const NEEDS: Needs = &[NAMING, &[DECISION]];
const DECISION: usize = 3;
const REASON: usize = 4;
const NOTE: usize = 5;
const DATE: usize = 6;
const BY: usize = 7;

/// Takes decisions about held families in, all of them or none. Where a row does not say who decided, it was `by`.
///
/// # Errors
/// The file cannot be read as such a report, or the register cannot be written.
pub fn read(register: &Register, file: PathBuf, by: &str, now: &Moment) -> Result<Tally> {
    let form = Form { topic: TOPIC.to_owned(), columns: COLUMNS, needs: NEEDS, remark: None };
    let touched = RefCell::new(BTreeSet::new());
    let tally = Tally::of(register, &[file], &form, now, |report| {
        let (family, statement) = take(report, by)?;
        touched.borrow_mut().extend(family.as_ref().map(|family| family.id));
        Ok((family, statement))
    })?;
    // Whoever was held may have been paid meanwhile.
    let mut touched = touched.into_inner().into_iter();
    touched.try_for_each(|family| post_family(register, family, now))?;
    Ok(tally)
}

/// What was decided of a family that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Kept,
    Refused,
    Transferred,
}

fn take(report: &Report<'_>, by: &str) -> RowResult {
    if report.cell(DECISION).is_empty() {
        return Ok((None, Statement::Nothing));
    }
    let outcome = Outcome::read(report.cell(DECISION)).ok_or_else(|| {
        Stop::row("keputusan", "Keputusan tidak dikenali: tulis tetap, ditolak, atau dialihkan.")
    })?;
    let family = report.family()?.ok_or_else(nameless)?;
    let on = report.date(DATE)?.unwrap_or(report.now.date);
    let history = report.register.history(family.id)?;
    let status = history.status();
    if status != Status::Held {
        let said = report.register.said_of(family.id)?;
        let said = said.iter().rfind(|said| said.topic == TOPIC);
        if let Some(said) = said.filter(|said| said.says == outcome.word()) {
            return Ok((Some(family), Statement::Known(outcome.word(), said.on)));
        }
        return Err(Stop::row("tidak-tertunda", format!("Keluarga ini berstatus {status}, bukan tertunda.")));
    }
    if history.last().is_some_and(|event| event.cause == Some(Cause::ListedElsewhere)) {
        return Err(Stop::row(
            "ditanyakan",
            "Keluarga ini dicatat dua RT: putuskan catatan yang benar dengan `tepat review`.",
        ));
    }
    let note = report.cell(NOTE).to_owned();
    let event = match outcome {
        Outcome::Kept => {
            let cause = note.is_empty().then_some(Cause::Kept);
            Event { cause, note, ..history.resumed(on) }
        }
        Outcome::Refused => {
            let reason = reason(report.cell(REASON))?;
            Event { reason: Some(reason), note, ..Event::new(history.refusal(), on) }
        }
        Outcome::Transferred => {
            Event { reason: Some(Reason::Kemensos), note, ..Event::new(Status::Transferred, on) }
        }
    };
    let by = Some(report.cell(BY)).filter(|by| !by.is_empty()).unwrap_or(by);
    let basis = DecisionBasis { by: Some(by.to_owned()), ..DecisionBasis::rows(vec![report.line]) };
    report.register.record(family.id, &event, basis, report.now)?;
    report.register.close(family.id, Question::Declined, report.now)?;
    Ok((Some(family), Statement::New(outcome.word(), on)))
}

impl Outcome {
    fn read(text: &str) -> Option<Self> {
        Some(match plain(text).as_str() {
            "tetap" | "lanjut" => Self::Kept,
            "ditolak" | "tolak" | "dicoret" => Self::Refused,
            "dialihkan" | "alih" | "kemensos" => Self::Transferred,
            _ => return None,
        })
    }

    fn word(self) -> &'static str {
        match self {
            Self::Kept => "tetap",
            Self::Refused => "ditolak",
            Self::Transferred => "dialihkan",
        }
    }
}

/// By its code, with blanks or hyphens.
fn reason(text: &str) -> std::result::Result<Reason, Stop> {
    if text.is_empty() {
        return Err(Stop::row(
            "tanpa-alasan",
            "Yang ditolak harus menyebut alasannya: keluarga akan bertanya.",
        ));
    }
    Reason::parse(&plain(text).replace(' ', "-")).map_err(|_| {
        let codes: Vec<&str> = Reason::ALL.iter().map(|reason| reason.code()).collect();
        Stop::row("alasan", format!("Alasan tidak dikenali; yang ada: {}.", codes.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_as_people_write_them() {
        for (text, expect) in [
            ("bantuan-lain", Some("bantuan-lain")),
            ("Bantuan Lain", Some("bantuan-lain")),
            ("entah", None),
            ("", None),
        ] {
            assert_eq!(reason(text).ok().map(Reason::code), expect, "{text}");
        }
    }
}
