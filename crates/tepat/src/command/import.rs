//! `tepat import`: a list of families from a spreadsheet.

mod apart;
mod folder;
mod problem;
mod words;

use crate::cli::ImportArgs;
use crate::output::Output;
use domain::{AreaCode, RegistrationCode, Remarks, Rt, Rw};
use lists::{AcceptedFamily, Context, Reading};
use office::areas::known;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::intake::{Intake, Taken};
use office::register::{Line, Origin, Register, SourceId, SourceKind, digest};
use office::workspace::Workspace;
use problem::{Problem, Weight};
use serde::Serialize;
use std::collections::BTreeSet;

/// The receipt of the import, for the office that holds the list: it names families by what is on the list.
#[derive(Serialize)]
pub(super) struct Imported {
    file: String,
    #[serde(skip)]
    source: SourceId,
    pub(super) families: Vec<Receipt>,
    problems: Vec<Problem>,
    /// Families that are kept as doubles of others.
    doubles: usize,
    /// Families that were not taken in.
    refused: usize,
    /// Names of columns that were not recognised.
    unknown_columns: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Receipt {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: u32,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kk: Option<domain::KkNumber>,
    pub(super) code: RegistrationCode,
    /// `baru`, `diperbarui` or `tetap`.
    result: &'static str,
}

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
    let place = Place { area: area.clone(), rw: args.rw, rt: args.rt };
    let imported = import(workspace, &args.file.display().to_string(), &bytes, &place, now)?;
    output.answer(&imported, &imported.sentences());
    Ok(())
}

/// Where the families of a list live, as far as that is known of the whole list: a row that says otherwise of RT and RW is right.
pub(super) struct Place {
    pub(super) area: AreaCode,
    pub(super) rw: Option<Rw>,
    pub(super) rt: Option<Rt>,
}

/// Reads a list and takes its families in, all or, if the register fails, none.
pub(super) fn import(
    workspace: &mut Workspace,
    file: &str,
    bytes: &[u8],
    place: &Place,
    now: &Moment,
) -> Result<Imported> {
    let list = read(file, bytes, place, now)?;
    workspace.register.transaction(|register| take(register, list, now))
}

/// A list that was read.
struct List {
    file: String,
    digest: [u8; 32],
    reading: Reading,
}

fn read(file: &str, bytes: &[u8], place: &Place, now: &Moment) -> Result<List> {
    let context = Context {
        area: place.area.clone(),
        default_rt: place.rt,
        default_rw: place.rw,
        today: now.date,
        corrections: Vec::new(),
    };
    let mut reading = lists::read(bytes, &context).map_err(|fault| words::file_fault(file, fault))?;
    if reading.families() == 0 {
        return Err(Fault::new(
            "tanpa-keluarga",
            format!("{file} tidak berisi satu keluarga pun."),
            "Periksa apakah berkasnya benar, atau minta dikirim ulang.",
        ));
    }
    apart::take_in(&mut reading, &context);
    Ok(List { file: file.to_owned(), digest: digest(bytes), reading })
}

fn take(register: &Register, list: List, now: &Moment) -> Result<Imported> {
    let List { file, digest, reading } = list;
    let mut imported = Imported {
        source: register.source(SourceKind::Families, &file, &digest, now)?,
        file,
        families: Vec::new(),
        problems: reading.problems().map(|problem| Problem::of(problem, Weight::Refused)).collect(),
        doubles: 0,
        refused: reading.refused.len(),
        unknown_columns: reading
            .columns
            .iter()
            .filter(|column| column.kind.is_none())
            .map(|column| column.name.to_string())
            .collect(),
    };
    let rows: BTreeSet<u32> = reading.accepted.iter().map(|entry| entry.place.row).collect();
    register.note_rows(imported.source, rows.len())?;
    for entry in &reading.accepted {
        imported.take(register, entry, now)?;
    }
    imported.problems.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    Ok(imported)
}

impl Imported {
    fn take(&mut self, register: &Register, entry: &AcceptedFamily, now: &Moment) -> Result<()> {
        let household = &entry.household;
        let origin = Origin { area: household.area.clone(), rw: household.rw, rt: household.rt };
        let line = Line { source: self.source, line: entry.place.row };
        let intake = Intake {
            household,
            remarks: &Remarks::default(),
            origin: &origin,
            by: None,
            code: None,
            new_code: random_code()?,
            listed_on: now.date,
            line: Some(line),
        };
        let (taken, code) = intake.take(register, now)?;
        register.note_row(line, &code)?;
        let result = match &taken {
            Taken::New => "baru",
            Taken::Changed(_) => "diperbarui",
            Taken::Same => "tetap",
            Taken::Double(elsewhere) => {
                self.doubles += 1;
                self.problems.push(Problem::double(entry, elsewhere));
                return Ok(());
            }
            Taken::ForeignCode => return Ok(()),
        };
        self.problems.extend(entry.warnings.iter().map(|warning| Problem::of(warning, Weight::Look)));
        self.families.push(Receipt {
            sheet: entry.place.sheet.clone(),
            row: entry.place.row,
            name: household.head.name.clone(),
            kk: household.kk,
            code,
            result,
        });
        Ok(())
    }

    fn sentences(&self) -> String {
        let count = |result: &str| self.families.iter().filter(|family| family.result == result).count();
        let mut out = format!(
            "{}: {} keluarga masuk ({} baru, {} diperbarui, {} tetap), {} tercatat sebagai data ganda, {} tidak dapat masuk.\n",
            self.file,
            self.families.len(),
            count("baru"),
            count("diperbarui"),
            count("tetap"),
            self.doubles,
            self.refused
        );
        for problem in &self.problems {
            out += &format!("  {problem}\n");
        }
        if !self.unknown_columns.is_empty() {
            out += &format!("  Kolom yang tidak dibaca: {}\n", self.unknown_columns.join(", "));
        }
        out
    }
}

fn random_code() -> Result<RegistrationCode> {
    let mut bytes = [0; 10];
    getrandom::fill(&mut bytes).map_err(|_| {
        Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.")
    })?;
    Ok(RegistrationCode::from_random(bytes))
}
