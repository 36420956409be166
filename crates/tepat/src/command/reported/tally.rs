//! What came of reports: what was taken in, and the rows that could not be.

use super::row::{Form, Report, Says, Stop, Taken};
use office::clock::Moment;
use office::fault::{During, Result};
use office::register::{Family, Line, Register, Said, SourceKind};
use office::table::{Left, Row, Tables};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::path::Path;

/// What came of a report.
#[derive(Default, Serialize)]
pub(super) struct Tally {
    /// Rows that were taken in, by what they say.
    taken: BTreeMap<&'static str, usize>,
    /// Rows that say what is known already.
    known: usize,
    /// Rows in which nothing is filled in yet.
    blank: usize,
    /// Rows that could not be taken in.
    troubles: Vec<Trouble>,
    #[serde(flatten)]
    left: Left,
}

/// A row that could not be taken in. It names no number: the row is where it stands.
#[derive(Debug, Serialize)]
struct Trouble {
    file: String,
    line: u32,
    code: &'static str,
    message: String,
}

impl Tally {
    /// Reads a report, row by row; a second time all is known.
    pub(super) fn read(
        &mut self,
        register: &Register,
        path: &Path,
        form: &Form,
        now: &Moment,
        take: &impl Fn(&Report<'_>) -> Taken,
    ) -> Result<()> {
        let bytes = std::fs::read(path).during(format_args!("membaca {}", path.display()))?;
        let file = path.file_name().unwrap_or_default().display().to_string();
        let Tables { tables, left } = Tables::read(&file, bytes, form.columns, form.needs)?;
        self.left.add(left);
        for table in tables {
            let source = register.source(SourceKind::Report, &table.name, &table.digest, now)?;
            table.each_row(|row| {
                let line = Line { source, line: row.line };
                if register.is_taken(&form.topic, line)? {
                    self.known += 1;
                    return Ok(());
                }
                match take(&Report { register, row, line, now }) {
                    Ok((family, says)) => self.note(register, form, row, line, family, says),
                    Err(Stop::All(fault)) => Err(fault),
                    Err(Stop::Row(code, message)) => {
                        let file = table.name.clone();
                        self.troubles.push(Trouble { file, line: row.line, code, message });
                        Ok(())
                    }
                }
            })?;
        }
        Ok(())
    }

    fn note(
        &mut self,
        register: &Register,
        form: &Form,
        row: &Row<'_>,
        line: Line,
        family: Option<Family>,
        says: Says,
    ) -> Result<()> {
        let (says, on) = match says {
            Says::New(says, on) => {
                *self.taken.entry(says).or_default() += 1;
                (says, on)
            }
            Says::Known(says, on) => {
                self.known += 1;
                (says, on)
            }
            Says::Nothing => {
                self.blank += 1;
                return Ok(());
            }
        };
        let remark = form.remark.map_or("", |column| row.cell(column)).to_owned();
        let said = Said { topic: form.topic.clone(), says: says.to_owned(), on, remark, line };
        family.map_or(Ok(()), |family| register.note(family.id, &said))
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let new: usize = self.taken.values().sum();
        writeln!(f, "{new} baris dicatat, {} sudah tercatat, {} belum diisi.", self.known, self.blank)?;
        self.taken.iter().try_for_each(|(says, count)| writeln!(f, "  {count} {says}"))?;
        write!(f, "{}", self.left)?;
        if !self.troubles.is_empty() {
            writeln!(f, "{} baris tidak dapat dicatat:", self.troubles.len())?;
        }
        self.troubles
            .iter()
            .try_for_each(|it| writeln!(f, "  {} baris {}: {} ({})", it.file, it.line, it.message, it.code))
    }
}
