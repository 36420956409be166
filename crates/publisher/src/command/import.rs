//! `tepat import`: a list of families from a spreadsheet.

mod words;

use crate::cli::ImportArgs;
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::intake::{Intake, Taken};
use crate::output::Output;
use crate::register::{Origin, Register};
use crate::workspace::Workspace;
use domain::{RegistrationCode, Remarks};
use serde::Serialize;
use sheet::{Context, Entry, RowProblem};

/// The receipt of the import, for the office that holds the list: it names families by what is on the list.
#[derive(Serialize)]
pub(super) struct Imported {
    file: String,
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
    let bytes = std::fs::read(&args.file).during(format_args!("membaca {}", args.file.display()))?;
    let imported = import(workspace, &bytes, args, now, output)?;
    output.answer(&imported, &imported.sentences());
    Ok(())
}

/// Reads a list and takes its families in, all or, if the register fails, none.
pub(super) fn import(
    workspace: &mut Workspace,
    bytes: &[u8],
    args: &ImportArgs,
    now: &Moment,
    output: &Output,
) -> Result<Imported> {
    let context = Context {
        area: args.kelurahan.clone(),
        default_rt: args.rt,
        default_rw: args.rw,
        today: now.date,
        corrections: Vec::new(),
    };
    let file = args.file.display().to_string();
    let reading = sheet::read(bytes, &context).map_err(|fault| words::file_fault(&file, fault))?;
    let mut imported = Imported {
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
    let bar = output.progress("Memasukkan keluarga", reading.households.len());
    workspace.register.together(|register| {
        for entry in bar.wrap_iter(reading.households.iter()) {
            imported.take(register, entry, args, now)?;
        }
        Ok(())
    })?;
    imported.problems.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    Ok(imported)
}

impl Imported {
    fn take(&mut self, register: &Register, entry: &Entry, args: &ImportArgs, now: &Moment) -> Result<()> {
        let household = &entry.household;
        let origin = Origin {
            area: args.kelurahan.clone(),
            rw: args.rw.unwrap_or(household.rw),
            rt: args.rt.unwrap_or(household.rt),
        };
        let intake = Intake {
            household,
            remarks: &Remarks::default(),
            origin: &origin,
            by: None,
            code: None,
            new_code: random_code()?,
            listed_on: now.date,
        };
        let (taken, code) = intake.take(register, now)?;
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
            let place = problem.sheet.as_ref().map(|sheet| format!("{sheet}, ")).unwrap_or_default();
            let column =
                problem.column.as_ref().map(|column| format!(", kolom {column}")).unwrap_or_default();
            let weight = if problem.warning { "periksa" } else { "TIDAK MASUK" };
            out += &format!("  {place}baris {}{column} [{weight}]: {}\n", problem.row, problem.message);
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

fn random_code() -> Result<RegistrationCode> {
    let mut bytes = [0; 10];
    getrandom::fill(&mut bytes).map_err(|_| {
        Fault::new("acak", "Sistem tidak memberi angka acak.", "Nyalakan ulang komputer, lalu coba lagi.")
    })?;
    Ok(RegistrationCode::from_random(bytes))
}
