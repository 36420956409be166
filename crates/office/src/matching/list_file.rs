//! A file with a list, taken into the register and laid beside the families.

use super::comparison::{Comparison, ReadRows};
use super::{aid, residents};
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{ListInForce, Register, SourceKind};
use crate::table::{Left, Tables};
use domain::Aid;
use std::path::Path;

/// A file with a list.
pub struct ListFile<'a> {
    /// Which kind of list it is.
    pub kind: SourceKind,
    /// Where it lies.
    pub path: &'a Path,
    /// A list of the same title gives way to it.
    pub title: String,
    /// The programme of rows that name none.
    pub programme: Option<Aid>,
    /// Whether a list without a row is meant so.
    pub may_be_empty: bool,
}

impl ListFile<'_> {
    /// Puts its rows into the register in the place of those of the same title, and matches them. Every sheet of a workbook is
    /// a list.
    ///
    /// # Errors
    /// It is no such list, has no row that can be read, or the register cannot be written.
    pub fn take(&self, register: &Register, now: &Moment) -> Result<(Vec<Comparison>, Left)> {
        let Self { kind, path, title, .. } = self;
        let Tables { tables, mut left } = match kind {
            SourceKind::Aid => aid::open(path)?,
            _ => residents::open(path)?,
        };
        let mut readings = Vec::new();
        for table in &tables {
            let source = register.source(*kind, &table.name, &table.digest, now)?;
            register.forget_rows(source)?;
            let reading = match kind {
                SourceKind::Aid => aid::take(register, source, table, self.programme, &mut left, now.date)?,
                _ => residents::take(register, source, table, &mut left)?,
            };
            readings.push((source, reading));
        }
        self.refuse_empty(&readings.iter().map(|(_, reading)| reading).collect::<Vec<_>>())?;
        register.retire(*kind, title, now)?;
        let mut outcomes = Vec::new();
        for (source, reading) in readings {
            register.put_in_force(source, title)?;
            let mut outcome = compare(register, *kind, &ListInForce { source, title: title.clone() }, now)?;
            outcome.reading = Some(reading);
            outcomes.push(outcome);
        }
        Ok((outcomes, left))
    }

    /// An empty list in the place of a good one would clear everybody who is on that.
    fn refuse_empty(&self, readings: &[&ReadRows]) -> Result<()> {
        let unreadable = readings.iter().find_map(|reading| reading.unreadable.first());
        if readings.iter().any(|reading| reading.taken > 0) || (self.may_be_empty && unreadable.is_none()) {
            return Ok(());
        }
        let example =
            unreadable.map(|it| format!(", mis. baris {}: {}", it.line, it.why)).unwrap_or_default();
        Err(Fault::new(
            "daftar-kosong",
            format!("Tidak ada baris yang terbaca di {}{example}.", self.path.display()),
            "Daftar yang lama tetap berlaku. Periksa berkasnya; bila daftarnya memang tanpa baris, tambahkan --memang-kosong.",
        ))
    }
}

/// Lays a list beside the families, and keeps what it says of them.
pub fn compare(
    register: &Register,
    kind: SourceKind,
    list: &ListInForce,
    now: &Moment,
) -> Result<Comparison> {
    let (rows, evidence) = match kind {
        SourceKind::Aid => aid::compare(register, list.source, now)?,
        _ => residents::compare(register, list.source)?,
    };
    let found: Vec<_> =
        evidence.into_iter().map(|((family, line), evidence)| (family, line, evidence)).collect();
    register.set_match_evidence(list.source, &found)?;
    let file = register.source_name(list.source)?;
    Ok(Comparison::of(list, kind, file, rows, &found))
}
