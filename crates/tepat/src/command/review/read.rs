//! Reads a work sheet back, row by row. A row that cannot be used is named, and the rest goes on.

use super::decide::{Answering, Came};
use super::key::Key;
use super::sheet::{COLUMNS, DECISION, HEAD, KEY, KK, NOTE};
use super::wrong::Wrong;
use domain::Decision;
use office::clock::Moment;
use office::fault::Result;
use office::register::{Answered, Line, Register, SourceKind, digest};
use office::table::{Row, Tables};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::path::Path;

/// What came of a work sheet.
#[derive(Default, Serialize)]
pub(super) struct Taken {
    file: String,
    /// Rows without a decision: their questions stay as they are.
    blank: usize,
    /// Answers that were taken in now, by decision.
    taken: BTreeMap<&'static str, usize>,
    /// Answers that are known already.
    known: usize,
    /// Rows of which somebody else decided otherwise: both answers are kept, the first stands.
    conflicts: Vec<u32>,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Problem {
    row: u32,
    code: &'static str,
    message: &'static str,
}

/// Takes the answers of a sheet in.
pub(super) fn take(register: &Register, file: &Path, by: &str, now: &Moment) -> Result<Taken> {
    let name = file.display().to_string();
    let opened = Tables::open(file, COLUMNS, &[&[KEY], &[DECISION]])?;
    // The work sheet is the first: copies of it that somebody keeps behind it say nothing.
    let Some(table) = opened.tables.first() else { return Ok(Taken::default()) };
    // Two people may hand in the same sheet: each has said so.
    let of_this_person = digest(&[&table.digest, by.as_bytes()].concat());
    let source = register.source(SourceKind::Review, &name, &of_this_person, now)?;
    let mut answering = Answering::of(register, now)?;
    let mut taken = Taken { file: name, ..Taken::default() };
    table.each_row(|row| {
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
            Err(wrong) => {
                taken.complain(row.line, wrong);
                return Ok(());
            }
        };
        let decision = given.decision.code();
        match answering.take(key, given, (row.cell(KK), row.cell(HEAD)))? {
            Came::Taken => *taken.taken.entry(decision).or_default() += 1,
            Came::Conflict => taken.conflicts.push(row.line),
            Came::Known => taken.known += 1,
            Came::Wrong(wrong) => taken.complain(row.line, wrong),
        }
        Ok(())
    })?;
    Ok(taken)
}

fn read(row: &Row<'_>, given: Answered) -> std::result::Result<(Key, Answered), Wrong> {
    let typed = row.cell(DECISION).to_lowercase();
    let decision = Decision::ALL.iter().find(|decision| decision.code().to_lowercase() == typed);
    let decision = *decision.ok_or(Wrong::Decision)?;
    let key = Key::parse(row.cell(KEY)).ok_or(Wrong::Key)?;
    Ok((key, Answered { decision, seen: key.seen, ..given }))
}

impl Taken {
    fn complain(&mut self, row: u32, wrong: Wrong) {
        let (code, message) = match wrong {
            Wrong::Decision => ("keputusan", "keputusan tidak dikenal: pilih dari daftar di kolom Keputusan"),
            Wrong::Key => ("kunci", "kunci baris rusak: buat lembar baru dengan `tepat review out`"),
            Wrong::Unknown => ("tidak-ditanyakan", "pertanyaan ini tidak ada di register ini"),
            Wrong::Mixed => (
                "tercampur",
                "nomor KK atau nama bukan milik keluarga pada kunci baris: mungkin hanya sebagian kolom diurutkan",
            ),
            Wrong::Closed => ("ditutup", "pertanyaan ini sudah tidak berlaku"),
            Wrong::Moved => {
                ("sudah-lain", "keluarga ini sudah berstatus lain: periksa dengan `tepat review out`")
            }
        };
        self.problems.push(Problem { row, code, message });
    }
}

impl Display for Taken {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { file, blank, known, .. } = self;
        let taken: usize = self.taken.values().sum();
        writeln!(f, "{file}: {taken} keputusan dicatat, {known} sudah tercatat, {blank} belum diisi.")?;
        for (decision, count) in &self.taken {
            writeln!(f, "  {count} {decision}")?;
        }
        for row in &self.conflicts {
            writeln!(
                f,
                "  baris {row} BERTENTANGAN dengan jawaban sebelumnya: keduanya disimpan, yang pertama berlaku"
            )?;
        }
        self.problems.iter().try_for_each(|problem| {
            writeln!(f, "  baris {} [TIDAK DICATAT]: {}", problem.row, problem.message)
        })
    }
}
