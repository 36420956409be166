//! `tepat review`: what only a person may decide, out to a work sheet and back.

mod sheet;
mod words;

use crate::cli::Review;
use crate::new_file;
use crate::output::Output;
use office::clock::Moment;
use office::collection::MANY_NEW;
use office::fault::{Fault, Result};
use office::review::{ReviewCase, SheetProblem, TakenAnswers, cases, take};
use office::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

pub(super) fn run(
    workspace: &mut Workspace,
    review: &Review,
    by: Result<String>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    match review {
        Review::Out { file } => out(workspace, file, output),
        Review::In { file } => {
            let by = by?;
            let taken = workspace.register.transaction(|register| take(register, file, &by, now))?;
            output.answer(&taken, &taken_in(&taken));
            Ok(())
        }
        Review::List => list(workspace, output),
    }
}

fn taken_in(answers: &TakenAnswers) -> String {
    let TakenAnswers { file, blank, taken, known, conflicts, problems } = answers;
    let count: usize = taken.values().sum();
    let mut text =
        format!("{file}: {count} keputusan dicatat, {known} sudah tercatat, {blank} belum diisi.\n");
    text.extend(taken.iter().map(|(decision, count)| format!("  {count} {decision}\n")));
    for row in conflicts {
        text += &format!(
            "  baris {row} BERTENTANGAN dengan jawaban sebelumnya: keduanya disimpan, yang pertama berlaku\n"
        );
    }
    for SheetProblem { row, message, .. } in problems {
        text += &format!("  baris {row} [TIDAK DICATAT]: {message}\n");
    }
    text
}

#[derive(Serialize)]
struct Written {
    file: String,
    open: usize,
    conflicts: usize,
}

fn out(workspace: &Workspace, file: &Path, output: &Output) -> Result<()> {
    if !file.extension().is_some_and(|it| it.eq_ignore_ascii_case("xlsx")) {
        return Err(Fault::new(
            "bukan-xlsx",
            format!("Lembar kerja ditulis sebagai XLSX, bukan {}.", file.display()),
            "Sebut nama berkas yang berakhir dengan .xlsx.",
        ));
    }
    new_file::is_free(file)?;
    let cases = cases(&workspace.register)?;
    let bytes = sheet::write(&cases).map_err(|_| {
        Fault::new("lembar", "Lembar kerja tidak dapat dibuat.", "Kasusnya terlalu banyak untuk satu lembar.")
    })?;
    new_file::write(file, &bytes)?;
    let conflicts = cases.iter().filter(|case| case.in_conflict).count();
    let written = Written { file: file.display().to_string(), open: cases.len() - conflicts, conflicts };
    let sentences = format!(
        "{}: {} pertanyaan terbuka, {} jawaban bertentangan. Isi kolom Keputusan, lalu `tepat review in BERKAS --by NAMA`.",
        written.file, written.open, written.conflicts
    );
    output.answer(&written, &sentences);
    Ok(())
}

#[derive(Serialize)]
struct Listed {
    cases: Vec<Waiting>,
    /// Lists that wait for somebody to ask the head about them.
    held_lists: usize,
}

#[derive(Serialize)]
struct Waiting {
    code: String,
    place: String,
    question: &'static str,
    /// What asks it.
    evidence: Vec<String>,
    in_conflict: bool,
    /// Who answered what; only of those that do not agree.
    answers: Vec<String>,
}

fn list(workspace: &Workspace, output: &Output) -> Result<()> {
    let register = &workspace.register;
    let waiting = |case: &ReviewCase| {
        let codes = register.codes(case.family.id)?;
        Ok(Waiting {
            code: codes.first().map(ToString::to_string).unwrap_or_default(),
            place: case.place(),
            question: case.question.code(),
            evidence: case.evidence.iter().map(words::evidence).collect(),
            in_conflict: case.in_conflict,
            answers: case.answers.iter().map(words::answer).collect(),
        })
    };
    let cases = cases(register)?.iter().map(waiting).collect::<Result<Vec<_>>>()?;
    let quarantined = register.quarantined()?.into_iter();
    let held_lists = quarantined.filter(|it| it.code == MANY_NEW && it.accepted_by.is_none()).count();
    let mut sentences = format!("{} menunggu keputusan.\n", cases.len());
    if held_lists > 0 {
        sentences += &format!(
            "{held_lists} daftar ditahan karena menyebut banyak keluarga baru: `tepat collect --quarantine`.\n"
        );
    }
    for case in &cases {
        let conflict = if case.in_conflict { " BERTENTANGAN" } else { "" };
        sentences += &format!("  {} · {} · {}{conflict}\n", case.code, case.place, case.question);
        case.evidence.iter().for_each(|evidence| sentences += &format!("    {evidence}\n"));
        case.answers.iter().for_each(|answer| sentences += &format!("    {answer}\n"));
    }
    output.answer(&Listed { cases, held_lists }, &sentences);
    Ok(())
}
