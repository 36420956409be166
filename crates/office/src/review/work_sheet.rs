//! Reads a work sheet back, row by row. A row that cannot be used is named, and the rest goes on.

use super::answering::{Answering, Came};
use super::key::ReviewKey;
use super::rejection::Rejection;
use crate::accounts::post_open;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Answered, Line, Register, SourceKind, digest};
use crate::table::{Names, Row, Table, Tables};
use domain::Decision;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The columns, as they are found again. The first names the row: it moves with the rest when the rows are sorted.
const COLUMNS: &[Names] = &[
    &["kunci"],
    &["kelurahan"],
    &["rt/rw"],
    &["kepala keluarga"],
    &["no kk"],
    &["status"],
    &["pertanyaan"],
    &["bukti"],
    &["jawaban sebelumnya"],
    &["keputusan"],
    &["catatan"],
];
const KEY: usize = 0;
const HEAD: usize = 3;
const KK: usize = 4;
const DECISION: usize = 9;
const NOTE: usize = 10;

/// What came of a work sheet.
#[derive(Default, Serialize)]
pub struct TakenAnswers {
    /// The sheet.
    pub file: String,
    /// Rows without a decision: their questions stay as they are.
    pub blank: usize,
    /// Answers that were taken in now, by decision.
    pub taken: BTreeMap<&'static str, usize>,
    /// Answers that are known already.
    pub known: usize,
    /// Rows of which somebody else decided otherwise: both answers are kept, the first stands.
    pub conflicts: Vec<u32>,
    /// Rows that cannot be used.
    pub problems: Vec<SheetProblem>,
}

/// A row that cannot be used.
#[derive(Serialize)]
pub struct SheetProblem {
    /// The row.
    pub row: u32,
    /// For scripts.
    pub code: &'static str,
    /// What is wrong, in words.
    pub message: &'static str,
}

/// Takes the answers of a sheet in.
///
/// # Errors
/// The file is no such sheet, or the register cannot be read or written.
pub fn take(register: &Register, file: &Path, by: &str, now: &Moment) -> Result<TakenAnswers> {
    let name = file.display().to_string();
    let mut opened = Tables::open(file, COLUMNS, &[&[KEY], &[DECISION]])?;
    // The work sheet is the first: copies of it that somebody keeps behind it say nothing.
    let table = opened.tables.into_iter().next();
    let Some(table) = table.map(Table::with_hidden_rows) else { return Ok(TakenAnswers::default()) };
    // Two people may hand in the same sheet: each has said so.
    let of_this_person = digest(&[&table.digest, by.as_bytes()].concat());
    let source = register.source(SourceKind::Review, &name, &of_this_person, now)?;
    let mut answering = Answering::of(register, now)?;
    let mut taken = TakenAnswers { file: name, ..TakenAnswers::default() };
    table.each_row(&mut opened.left, |row| {
        if row.cell(DECISION).is_empty() {
            taken.blank += usize::from(!row.cell(KEY).is_empty());
            return Ok(());
        }
        let given = Answered {
            by: by.to_owned(),
            decision: Decision::AskAgain,
            note: row.cell(NOTE).to_owned(),
            seen: 0,
            at: now.to_string(),
            line: Line { source, line: row.line },
        };
        let (key, given) = match read(row, given) {
            Ok(read) => read,
            Err(rejection) => {
                taken.complain(row.line, rejection);
                return Ok(());
            }
        };
        let decision = given.decision.code();
        match answering.take(key, given, (row.cell(KK), row.cell(HEAD)))? {
            Came::Taken => *taken.taken.entry(decision).or_default() += 1,
            Came::Conflict => taken.conflicts.push(row.line),
            Came::Known => taken.known += 1,
            Came::Rejected(rejection) => taken.complain(row.line, rejection),
        }
        Ok(())
    })?;
    // The bank may have paid whoever goes on.
    post_open(register, now)?;
    Ok(taken)
}

fn read(row: &Row<'_>, given: Answered) -> std::result::Result<(ReviewKey, Answered), Rejection> {
    let typed = row.cell(DECISION).to_lowercase();
    let decision = Decision::ALL.iter().find(|decision| decision.code().to_lowercase() == typed);
    let decision = *decision.ok_or(Rejection::Decision)?;
    let key = ReviewKey::parse(row.cell(KEY)).ok_or(Rejection::Key)?;
    Ok((key, Answered { decision, seen: key.seen, ..given }))
}

impl TakenAnswers {
    fn complain(&mut self, row: u32, rejection: Rejection) {
        let (code, message) = match rejection {
            Rejection::Decision => {
                ("keputusan", "keputusan tidak dikenal: pilih dari daftar di kolom Keputusan")
            }
            Rejection::Key => ("kunci", "kunci baris rusak: buat lembar baru dengan `tepat review out`"),
            Rejection::Unknown => ("tidak-ditanyakan", "pertanyaan ini tidak ada di register ini"),
            Rejection::Mixed => (
                "tercampur",
                "nomor KK atau nama bukan milik keluarga pada kunci baris: mungkin hanya sebagian kolom diurutkan",
            ),
            Rejection::Closed => ("ditutup", "pertanyaan ini sudah tidak berlaku"),
            Rejection::Held => (
                "masih-ditahan",
                "keluarga ini ditahan sampai dijawab, jadi tidak dapat dikembalikan ke RT: tulis layak, atau ditolak dengan alasannya",
            ),
            Rejection::OtherWord => (
                "jawaban-lain",
                "pertanyaan ini tidak dijawab dengan kata itu: apakah dua catatan satu keluarga dijawab `sama` atau `beda`, yang lain tidak",
            ),
            Rejection::Several => (
                "beberapa-keluarga",
                "orang-orangnya ada di beberapa keluarga: tulis kode pendaftaran keluarga yang dimaksud di kolom Catatan",
            ),
            Rejection::Moved => {
                ("sudah-lain", "keluarga ini sudah berstatus lain: periksa dengan `tepat review out`")
            }
        };
        self.problems.push(SheetProblem { row, code, message });
    }
}
