//! What came of reports: what was taken in, and the rows that could not be.

use super::row::{Form, Report, RowResult, Statement, Stop};
use crate::clock::Moment;
use crate::fault::{During, Result};
use crate::register::{Act, Family, Line, Register, Said, SourceKind};
use crate::table::{Left, Row, Tables, kind_of};
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
    /// What kind of file it seems to be, where no row could be taken in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looks_like: Option<&'static str>,
    /// Files that Excel keeps beside those that somebody has open: they hold nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<String>,
    /// Files that were read before: they change nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub repeated: Vec<Repeated>,
    /// Rows that could not be taken in; of reports of the bank, those that differ from what is due.
    #[serde(rename = "troubles")]
    pub rejected: Vec<RejectedRow>,
    /// Columns and sheets that nobody read.
    #[serde(flatten)]
    pub left: Left,
}

/// A file that was read before.
#[derive(Debug, Serialize)]
pub struct Repeated {
    /// The file.
    pub file: String,
    /// What it was called then.
    pub first: String,
    /// When that was.
    pub read_at: String,
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
        for file in files {
            let name = file.file_name().unwrap_or_default().display().to_string();
            match name.strip_prefix("~$") {
                Some(open) => tally.locks.push(open.to_owned()),
                None => tally.read(register, file, form, now, &take)?,
            }
        }
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
            let taken: usize = self.taken.values().sum();
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
            if self.taken.values().sum::<usize>() > taken {
                register.act(None, Act::Take { source, topic: form.topic.clone() })?;
            }
            left.close(self.handled() - before)?;
        }
        self.left.add(left);
        if self.is_vain() {
            self.looks_like = std::fs::read(path).ok().and_then(|bytes| kind_of(&bytes));
        }
        Ok(())
    }

    /// Whether no row could be taken in, and some should have been.
    pub fn is_vain(&self) -> bool {
        !self.rejected.is_empty() && self.taken.is_empty() && self.known == 0
    }

    /// Rows that were taken in or are named.
    pub(super) fn handled(&self) -> usize {
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
