//! `tepat import`: a list of families from a spreadsheet.

mod apart;
mod folder;
mod words;

use crate::cli::ImportArgs;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::intake::{Intake, Taken};
use crate::output::Output;
use crate::register::{Line, Origin, Register, SourceId, SourceKind, digest};
use crate::workspace::Workspace;
use domain::{AreaCode, RegistrationCode, Remarks, Rt, Rw};
use serde::Serialize;
use sheet::{Context, Entry, Reading, RowProblem};
use std::collections::BTreeSet;

/// The receipt of the import, for the office that holds the list: it names families by what is on the list.
#[derive(Serialize)]
pub(super) struct Imported {
    file: String,
    #[serde(skip)]
    source: SourceId,
    pub(super) families: Vec<Receipt>,
    problems: Vec<Problem>,
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

#[derive(Serialize)]
struct Problem {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<String>,
    field: domain::Field,
    code: &'static str,
    /// Whether the family went in all the same.
    warning: bool,
    message: String,
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
    let bytes = std::fs::read(&args.file).during(format_args!("membaca {}", args.file.display()))?;
    let place = Place { area: area.clone(), rw: args.rw, rt: args.rt };
    let imported = import(workspace, &args.file.display().to_string(), &bytes, &place, now)?;
    output.answer(&imported, &imported.sentences());
    Ok(())
}

/// Where the families of a list live, as far as that is known of the whole list.
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
    workspace.register.together(|register| take(register, list, place, now))
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
    let mut reading = sheet::read(bytes, &context).map_err(|fault| words::file_fault(file, fault))?;
    if place.rt.is_none() {
        apart::take_in(&mut reading, &context);
    }
    Ok(List { file: file.to_owned(), digest: digest(bytes), reading })
}

fn take(register: &Register, list: List, place: &Place, now: &Moment) -> Result<Imported> {
    let List { file, digest, reading } = list;
    let mut imported = Imported {
        source: register.source(SourceKind::Families, &file, &digest, now)?,
        file,
        families: Vec::new(),
        problems: reading.problems().map(|problem| Problem::of(problem, false)).collect(),
        refused: reading.refused.len(),
        unknown_columns: reading
            .columns
            .iter()
            .filter(|column| column.meaning.is_none())
            .map(|column| column.name.to_string())
            .collect(),
    };
    let rows: BTreeSet<u32> = reading.households.iter().map(|entry| entry.place.row).collect();
    register.note_rows(imported.source, rows.len())?;
    for entry in &reading.households {
        imported.take(register, entry, place, now)?;
    }
    imported.problems.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    Ok(imported)
}

impl Imported {
    fn take(&mut self, register: &Register, entry: &Entry, place: &Place, now: &Moment) -> Result<()> {
        let household = &entry.household;
        let origin = Origin {
            area: place.area.clone(),
            rw: place.rw.unwrap_or(household.rw),
            rt: place.rt.unwrap_or(household.rt),
        };
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
                self.refused += 1;
                self.problems.push(Problem::double(entry, elsewhere));
                return Ok(());
            }
            Taken::ForeignCode => return Ok(()),
        };
        self.problems.extend(entry.warnings.iter().map(|warning| Problem::of(warning, true)));
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
            "{}: {} keluarga masuk ({} baru, {} diperbarui, {} tetap), {} tidak dapat masuk.\n",
            self.file,
            self.families.len(),
            count("baru"),
            count("diperbarui"),
            count("tetap"),
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

impl Problem {
    fn of(problem: &RowProblem, warning: bool) -> Self {
        Self {
            sheet: problem.place.sheet.clone(),
            row: problem.place.row,
            column: problem.column.as_ref().map(ToString::to_string),
            field: problem.field,
            code: problem.trouble.code(),
            warning,
            message: words::trouble(&problem.trouble),
        }
    }

    fn double(entry: &Entry, elsewhere: &Origin) -> Self {
        Self {
            sheet: entry.place.sheet.clone(),
            row: entry.place.row,
            column: None,
            field: domain::Field::Household,
            code: "data-ganda",
            warning: false,
            message: format!(
                "Keluarga ini sudah tercatat di RT {} / RW {}, kelurahan {}: selesaikan dengan RT itu.",
                elsewhere.rt, elsewhere.rw, elsewhere.area
            ),
        }
    }
}

/// As a line of the report.
impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}, ")?;
        }
        write!(f, "baris {}", self.row)?;
        if let Some(column) = &self.column {
            write!(f, ", kolom {column}")?;
        }
        let weight = if self.warning { "periksa" } else { "TIDAK MASUK" };
        write!(f, " [{weight}]: {}", self.message)
    }
}

fn random_code() -> Result<RegistrationCode> {
    let mut bytes = [0; 10];
    getrandom::fill(&mut bytes).map_err(|_| {
        Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.")
    })?;
    Ok(RegistrationCode::from_random(bytes))
}
