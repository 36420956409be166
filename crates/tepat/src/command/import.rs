//! `tepat import`: a list of families from a spreadsheet.

mod folder;
mod problem;
mod words;

use crate::cli::ImportArgs;
use crate::output::Output;
use office::areas::known;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::import::{FamilyList, Imported, ListPlace, Receipt};
use office::workspace::Workspace;
use problem::Problem;
use serde::Serialize;

pub(super) fn run(workspace: &mut Workspace, args: &ImportArgs, now: &Moment, output: &Output) -> Result<()> {
    if args.file.is_dir() {
        let imported = folder::import(workspace, &args.file, now, output)?;
        output.answer(&imported, &imported.to_string());
        return Ok(());
    }
    let Some(area) = &args.kelurahan else {
        return Err(Fault::new(
            "tanpa-kelurahan",
            "Daftar dari kelurahan mana ini?",
            "Tambahkan --kelurahan KODE, atau sebut folder yang nama berkasnya diawali kode kelurahan.",
        ));
    };
    known(area)?;
    let bytes = std::fs::read(&args.file).during(format_args!("membaca {}", args.file.display()))?;
    let place = ListPlace { area: area.clone(), rw: args.rw, rt: args.rt };
    let list = FamilyList::read(&args.file.display().to_string(), &bytes, &place, now)?;
    let imported = workspace.register.transaction(|register| Imported::of(register, list, now))?;
    let answer = Answer {
        file: &imported.file,
        families: &imported.families,
        problems: imported.problems.iter().map(Problem::from).collect(),
        doubles: imported.doubles,
        refused: imported.refused,
        unknown_columns: &imported.unknown_columns,
    };
    output.answer(&answer, &sentences(&imported, &answer.problems));
    Ok(())
}

/// The receipt of the import: it names families by what is on the list.
#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    families: &'a [Receipt],
    problems: Vec<Problem>,
    /// Families that are kept as doubles of others.
    doubles: usize,
    /// Families that were not taken in.
    refused: usize,
    /// Names of columns that were not recognised.
    unknown_columns: &'a [String],
}

fn sentences(imported: &Imported, problems: &[Problem]) -> String {
    let mut out = format!(
        "{}: {} keluarga masuk ({} baru, {} diperbarui, {} tetap), {} tercatat sebagai data ganda, {} tidak dapat masuk.\n",
        imported.file,
        imported.families.len(),
        imported.count("baru"),
        imported.count("diperbarui"),
        imported.count("tetap"),
        imported.doubles,
        imported.refused
    );
    for problem in problems {
        out += &format!("  {problem}\n");
    }
    if !imported.unknown_columns.is_empty() {
        out += &format!("  Kolom yang tidak dibaca: {}\n", imported.unknown_columns.join(", "));
    }
    out
}
