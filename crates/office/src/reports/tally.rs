//! What came of reports: what was taken in, and the rows that could not be.

use super::row::{Form, Report, RowResult, Statement, Stop};
use crate::clock::Moment;
use crate::fault::{During, Result};
use crate::register::{Family, Line, Register, Said, SourceKind};
use crate::table::{Left, Row, Tables};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What came of a report.
#[derive(Default, Serialize)]
pub struct Tally {
    /// Rows that were taken in, by what they say.
    pub taken: BTreeMap<&'static str, usize>,
    /// Rows that say what is known already.
    pub known: usize,
    /// Rows in which nothing is filled in yet.
    pub blank: usize,
    /// Rows that could not be taken in.
    #[serde(rename = "troubles")]
    pub rejected: Vec<RejectedRow>,
    /// Columns and sheets that nobody read.
    #[serde(flatten)]
    pub left: Left,
}

/// A row that could not be taken in. It names no number: the row is where it stands.
#[derive(Debug, Serialize)]
pub struct RejectedRow {
    /// The file, and the sheet where there are several.
    pub file: String,
    /// The row of it.
    pub line: u32,
    /// For scripts.
    pub code: &'static str,
    /// What is wrong, in a sentence.
    pub message: String,
}

impl Tally {
    /// Reads reports. `take` finds the family of a row and does what the row says.
    pub(super) fn of(
        register: &Register,
        files: &[PathBuf],
        form: &Form,
        now: &Moment,
        take: impl Fn(&Report<'_>) -> RowResult,
    ) -> Result<Self> {
        let mut tally = Self::default();
        files.iter().try_for_each(|file| tally.read(register, file, form, now, &take))?;
        Ok(tally)
    }

    /// Reads a report, row by row; a second time all is known.
    fn read(
        &mut self,
        register: &Register,
        path: &Path,
        form: &Form,
        now: &Moment,
        take: &impl Fn(&Report<'_>) -> RowResult,
    ) -> Result<()> {
        let bytes = std::fs::read(path).during(format_args!("membaca {}", path.display()))?;
        let file = path.file_name().unwrap_or_default().display().to_string();
        let Tables { tables, mut left } = Tables::read(&file, bytes, form.columns, form.needs)?;
        for table in tables {
            let before = self.handled();
            let source = register.source(SourceKind::Report, &table.name, &table.digest, now)?;
            table.each_row(&mut left, |row| {
                let line = Line { source, line: row.line };
                if register.is_taken(&form.topic, line)? {
                    self.known += 1;
                    return Ok(());
                }
                match take(&Report { register, row, line, now }) {
                    Ok((family, statement)) => self.note(register, form, row, line, family, statement),
                    Err(Stop::All(fault)) => Err(fault),
                    Err(Stop::Row(code, message)) => {
                        let file = table.name.clone();
                        self.rejected.push(RejectedRow { file, line: row.line, code, message });
                        Ok(())
                    }
                }
            })?;
            left.close(self.handled() - before)?;
        }
        self.left.add(left);
        Ok(())
    }

    /// Rows that were taken in or are named.
    fn handled(&self) -> usize {
        self.taken.values().sum::<usize>() + self.known + self.blank + self.rejected.len()
    }

    fn note(
        &mut self,
        register: &Register,
        form: &Form,
        row: &Row<'_>,
        line: Line,
        family: Option<Family>,
        statement: Statement,
    ) -> Result<()> {
        let (says, on) = match statement {
            Statement::New(says, on) => {
                *self.taken.entry(says).or_default() += 1;
                (says, on)
            }
            Statement::Known(says, on) => {
                self.known += 1;
                (says, on)
            }
            Statement::Nothing => {
                self.blank += 1;
                return Ok(());
            }
        };
        let remark = form.remark.map_or("", |column| row.cell(column)).to_owned();
        let said = Said { topic: form.topic.clone(), says: says.to_owned(), on, remark, line };
        family.map_or(Ok(()), |family| register.note(family.id, &said))
    }
}
