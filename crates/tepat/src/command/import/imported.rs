//! What became of a list.

use super::list::{List, Place, read};
use super::problem::{Problem, Weight};
use domain::{RegistrationCode, Remarks};
use lists::AcceptedFamily;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::intake::{Intake, Taken};
use office::register::{Line, Origin, Register, SourceId, SourceKind};
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeSet;

/// The receipt of the import, for the office that holds the list: it names families by what is on the list.
#[derive(Serialize)]
pub(in crate::command) struct Imported {
    pub(super) file: String,
    #[serde(skip)]
    source: SourceId,
    pub(super) families: Vec<Receipt>,
    pub(super) problems: Vec<Problem>,
    /// Families that are kept as doubles of others.
    pub(super) doubles: usize,
    /// Families that were not taken in.
    pub(super) refused: usize,
    /// Names of columns that were not recognised.
    pub(super) unknown_columns: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Receipt {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    row: u32,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kk: Option<domain::KkNumber>,
    code: RegistrationCode,
    /// `baru`, `diperbarui` or `tetap`.
    pub(super) result: &'static str,
}

impl Imported {
    /// Puts the families of a list into the register.
    pub(super) fn of(register: &Register, list: List, now: &Moment) -> Result<Self> {
        let List { file, digest, reading } = list;
        let mut imported = Self {
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

    pub(super) fn sentences(&self) -> String {
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

/// Reads a list and takes its families in, all or, if the register fails, none.
pub(in crate::command) fn import(
    workspace: &mut Workspace,
    file: &str,
    bytes: &[u8],
    place: &Place,
    now: &Moment,
) -> Result<Imported> {
    let list = read(file, bytes, place, now)?;
    workspace.register.transaction(|register| Imported::of(register, list, now))
}
