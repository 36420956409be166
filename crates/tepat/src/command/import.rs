//! `tepat import`: a list of families from a spreadsheet.

mod account;
mod folder;
mod problem;
mod words;

use crate::cli::ImportArgs;
use crate::output::Output;
use account::AccountAnswer;
use domain::RegistrationCode;
use office::areas::known;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::import::{FamilyList, Imported, Layout, ListPlace, Receipt};
use office::workspace::Workspace;
use problem::Problem;
use serde::Serialize;

pub(super) fn run(
    workspace: &mut Workspace,
    args: &ImportArgs,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    if args.file.is_dir() {
        if !args.columns.is_empty() {
            return Err(Fault::new(
                "kolom-untuk-folder",
                "--columns berlaku untuk satu berkas.",
                "Simpan dulu dengan --layout pada satu berkas, lalu pakai --layout itu untuk foldernya.",
            ));
        }
        let layout = args.layout.as_ref().map_or_else(|| Ok(Layout::default()), |path| Layout::open(path))?;
        let imported = folder::import(workspace, &args.file, &layout, is_sure, now, output)?;
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
    let file = args.file.display().to_string();
    // A file that is to be written need not be there yet.
    let known = args.layout.as_ref().filter(|path| path.exists() || args.columns.is_empty());
    let layout = known.map_or_else(|| Ok(Layout::default()), |path| Layout::open(path))?;
    let layout = layout.with(&args.columns, &file, &bytes, &place, now)?;
    let list = FamilyList::read(&file, &bytes, &place, &layout, now)?;
    if !is_sure {
        list.ask_for_kelurahan()?;
    }
    if let Some(path) = args.layout.as_ref().filter(|_| !args.columns.is_empty()) {
        layout.save(path)?;
    }
    let imported = workspace.register.transaction(|register| Imported::of(register, list, now))?;
    let answer = Answer {
        file: &imported.file,
        families: &imported.families,
        problems: imported.problems.iter().map(Problem::from).collect(),
        doubles: imported.doubles,
        contested: imported.contested,
        refused: imported.refused,
        unknown_columns: &imported.unknown_columns,
        unused_columns: &imported.unused_columns,
        unread_numbers: &imported.unread_numbers,
        looks_like: imported.looks_like,
        missing: &imported.missing,
        account: AccountAnswer::from(&imported.account),
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
    /// Families that another RT lists too.
    contested: usize,
    /// Families that were not taken in.
    refused: usize,
    /// Names of columns that were not recognised.
    unknown_columns: &'a [String],
    /// Names of columns that are known, and not needed.
    unused_columns: &'a [String],
    /// Names of columns that were not recognised and hold numbers of sixteen digits, with how many.
    unread_numbers: &'a [(String, usize, Option<&'static str>)],
    /// What kind of file it seems to be, where no family could be taken in.
    #[serde(skip_serializing_if = "Option::is_none")]
    looks_like: Option<&'static str>,
    /// Families that an earlier list of the same RT named, and this one does not: they stay as they are.
    missing: &'a [RegistrationCode],
    account: AccountAnswer,
}

fn sentences(imported: &Imported, problems: &[Problem]) -> String {
    let mut out = format!(
        "{}: {} keluarga masuk ({} baru, {} diperbarui, {} tetap), {} tercatat sebagai data ganda, {} dicatat dua RT dan ditanyakan, {} tidak dapat masuk.\n",
        imported.file,
        imported.families.len(),
        imported.count("baru"),
        imported.count("diperbarui"),
        imported.count("tetap"),
        imported.doubles,
        imported.contested,
        imported.refused
    );
    for problem in problems {
        out += &format!("  {problem}\n");
    }
    for (what, columns) in
        [("tidak dikenali", &imported.unknown_columns), ("tidak diperlukan", &imported.unused_columns)]
    {
        if !columns.is_empty() {
            out += &format!("  Kolom yang tidak dibaca karena {what}: {}\n", columns.join(", "));
        }
    }
    for (column, count, proposed) in &imported.unread_numbers {
        let proposed = proposed.map_or_else(String::new, |kind| format!(", mungkin {kind}"));
        out += &format!(
            "  PERIKSA: kolom {column} berisi {count} nomor 16 angka{proposed} dan tidak dibaca: sebut isinya dengan --columns, atau pindahkan orangnya ke baris sendiri.\n"
        );
    }
    if let Some(kind) = imported.looks_like {
        out += &format!("  PERIKSA: berkas ini seperti {kind}\n");
    }
    if !imported.missing.is_empty() {
        let codes: Vec<String> = imported.missing.iter().map(ToString::to_string).collect();
        out += &format!(
            "  PERIKSA: {} keluarga RT ini ada di daftar sebelumnya dan tidak di daftar ini; tetap tercatat: {}\n",
            codes.len(),
            codes.join(", ")
        );
    }
    out += &AccountAnswer::from(&imported.account).to_string();
    out
}
