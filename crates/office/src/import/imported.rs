//! What became of a list.

use super::list::FamilyList;
use crate::clock::Moment;
use crate::fault::Result;
use crate::intake::{Arrived, Intake, Taken};
use crate::random;
use crate::register::{Family, Line, ListAccount, Origin, Register, SourceId, SourceKind};
use domain::{RegistrationCode, Remarks, Status};
use lists::{AcceptedFamily, Account, ColumnKind, RowPlace, RowProblem};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// What became of a list, for the office that holds it.
pub struct Imported {
    /// The file.
    pub file: String,
    source: SourceId,
    /// The families that are on the list now.
    pub families: Vec<Receipt>,
    /// Rows that somebody should look at, in the order of the list.
    pub problems: Vec<ImportProblem>,
    /// Families that are kept as doubles of others.
    pub doubles: usize,
    /// Families that another RT lists too.
    pub contested: usize,
    /// Families that were not taken in.
    pub refused: usize,
    /// Names of columns that were not recognised.
    pub unknown_columns: Vec<String>,
    /// Names of columns that are known, and not needed.
    pub unused_columns: Vec<String>,
    /// Names of columns that were not recognised and hold numbers of sixteen digits, with how many.
    pub unread_numbers: Vec<(String, usize, Option<&'static str>)>,
    /// What became of every row of the file.
    pub account: Account,
    /// What kind of file it seems to be, where no family could be taken in.
    pub looks_like: Option<&'static str>,
    /// Families that an earlier list of the same RT named, and this one does not.
    pub missing: Vec<RegistrationCode>,
    /// What this list names, RT by RT.
    listed: HashMap<Origin, HashSet<RegistrationCode>>,
}

/// A row that somebody should look at.
pub enum ImportProblem {
    /// Its family is on the list, and something about it looks wrong.
    Look(RowProblem),
    /// Its family is kept, and points to another entry.
    Double(RowPlace, Origin),
    /// Its family is kept, and another RT lists it too: both wait for a person.
    Contested(RowPlace, Origin),
    /// Its family was erased after this file had brought it: it does not come again from there.
    Erased(RowPlace),
    /// Its family is not on the list.
    Refused(RowProblem),
}

impl ImportProblem {
    /// Where the row is.
    pub fn place(&self) -> &RowPlace {
        match self {
            Self::Look(problem) | Self::Refused(problem) => &problem.place,
            Self::Double(place, _) | Self::Contested(place, _) | Self::Erased(place) => place,
        }
    }
}

/// A family that is on the list now.
#[derive(Serialize)]
pub struct Receipt {
    /// The sheet, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row that lists it.
    pub row: u32,
    /// Its head.
    pub name: String,
    /// Its KK number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kk: Option<domain::KkNumber>,
    /// The code that it is known by.
    pub code: RegistrationCode,
    /// `baru`, `diperbarui` or `tetap`.
    pub result: &'static str,
}

impl Imported {
    /// How many families came to this: `baru`, `diperbarui` or `tetap`.
    pub fn count(&self, result: &str) -> usize {
        self.families.iter().filter(|family| family.result == result).count()
    }

    /// The account of the list, as the register keeps it.
    pub fn list_account(&self) -> ListAccount {
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        ListAccount {
            rows: count(self.account.rows),
            families: count(self.account.data),
            titles: count(self.account.titles()),
            headers: count(self.account.headers()),
            sums: count(self.account.sums()),
            unread: count(self.account.unread()),
            refused: count(self.refused),
        }
    }

    /// Puts the families of a list into the register.
    pub fn of(register: &Register, list: FamilyList, now: &Moment) -> Result<Self> {
        let FamilyList { file, digest, reading, looks_like } = list;
        let columns = |wanted: fn(Option<ColumnKind>) -> bool| -> Vec<String> {
            let wanted = reading.columns.iter().filter(|column| wanted(column.kind));
            wanted.map(|column| column.name.to_string()).collect()
        };
        let mut imported = Self {
            source: register.source(SourceKind::Families, &file, &digest, now)?,
            file,
            families: Vec::new(),
            problems: reading.problems().cloned().map(ImportProblem::Refused).collect(),
            doubles: 0,
            contested: 0,
            refused: reading.refused.len(),
            unknown_columns: columns(|kind| kind.is_none()),
            unused_columns: columns(|kind| kind == Some(ColumnKind::Unused)),
            unread_numbers: reading
                .columns
                .iter()
                .filter(|column| column.long_numbers > 0)
                .map(|column| {
                    (column.name.to_string(), column.long_numbers, column.proposed.map(ColumnKind::code))
                })
                .collect(),
            account: reading.account.clone(),
            looks_like,
            missing: Vec::new(),
            listed: HashMap::new(),
        };
        register.note_rows(imported.source, reading.accepted.len())?;
        register.note_account(imported.source, &imported.list_account())?;
        let erased = register.rows_of_erased(imported.source)?;
        for entry in reading.accepted {
            if erased.contains(&entry.place.row) {
                imported.problems.push(ImportProblem::Erased(entry.place));
            } else {
                imported.take(register, entry, now)?;
            }
        }
        imported.missing = imported.missing_of(register)?;
        imported.problems.sort_by(|a, b| {
            let (a, b) = (a.place(), b.place());
            (&a.sheet, a.row).cmp(&(&b.sheet, b.row))
        });
        Ok(imported)
    }

    /// The families that an earlier list of the same RT named, and this one does not. They stay as they are.
    fn missing_of(&self, register: &Register) -> Result<Vec<RegistrationCode>> {
        let mut missing = Vec::new();
        for (origin, listed) in &self.listed {
            // Nearly always all are there.
            if register.count_of(origin)? <= listed.len() {
                continue;
            }
            for family in register.families_of(origin)?.into_iter().filter(Family::stands) {
                let codes = register.codes(family.id)?;
                let is_gone = matches!(
                    register.history(family.id)?.status(),
                    Status::Refused | Status::Removed | Status::Transferred | Status::Withdrawn
                );
                if !is_gone && !codes.iter().any(|code| listed.contains(code)) {
                    missing.extend(codes.first());
                }
            }
        }
        missing.sort_by_key(ToString::to_string);
        Ok(missing)
    }

    fn take(&mut self, register: &Register, entry: AcceptedFamily, now: &Moment) -> Result<()> {
        let AcceptedFamily { place, household, warnings, .. } = entry;
        let origin = Origin { area: household.area.clone(), rw: household.rw, rt: household.rt };
        let line = Line { source: self.source, line: place.row };
        let intake = Intake {
            household: &household,
            remarks: &Remarks::default(),
            origin: &origin,
            by: None,
            code: None,
            new_code: RegistrationCode::from_random(random::bytes()?),
            listed_on: now.date,
            line: Some(line),
        };
        let Arrived { taken, family, code } = intake.take(register, now)?;
        register.note_row(line, family)?;
        self.listed.entry(origin.clone()).or_default().insert(code);
        let result = match &taken {
            Taken::New => "baru",
            Taken::Changed(_) => "diperbarui",
            Taken::Same => "tetap",
            Taken::Double(elsewhere) => {
                self.doubles += 1;
                self.problems.push(ImportProblem::Double(place, elsewhere.clone()));
                return Ok(());
            }
            Taken::Contested(elsewhere) => {
                self.contested += 1;
                self.problems.push(ImportProblem::Contested(place, elsewhere.clone()));
                return Ok(());
            }
            Taken::GoneOn(_) | Taken::ForeignCode => return Ok(()),
        };
        self.problems.extend(warnings.into_iter().map(ImportProblem::Look));
        self.families.push(Receipt {
            sheet: place.sheet,
            row: place.row,
            name: household.head.name,
            kk: household.kk,
            code,
            result,
        });
        Ok(())
    }
}
