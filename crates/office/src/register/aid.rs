//! Rows of lists of other aid.

use super::{Line, Register, SourceId, parsed};
use crate::fault::{During, Result};
use domain::{Aid, AreaCode, Date};
use rusqlite::{OptionalExtension as _, Row};

/// Somebody who has other aid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AidRow {
    /// The programme that the row names.
    pub programme: Aid,
    /// The NIK, where the row has one.
    pub nik: Option<i64>,
    /// The KK number, where the row has one.
    pub kk: Option<i64>,
    /// The name as the list writes it.
    pub name: String,
    /// The birth date, where the row has one.
    pub birth: Option<Date>,
    /// The kelurahan, where the row names one that is known.
    pub area: Option<AreaCode>,
}

const COLUMNS: &str = "line, programme, nik, kk, name, birth, area";

type Raw = (u32, String, Option<i64>, Option<i64>, String, Option<String>, Option<String>);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
}

fn aid_row((line, programme, nik, kk, name, birth, area): Raw) -> Result<(u32, AidRow)> {
    let programme = parsed(&programme, Aid::parse)?;
    let birth = birth.map(|text| parsed(&text, Date::parse)).transpose()?;
    let area = area.map(|text| parsed(&text, AreaCode::parse)).transpose()?;
    Ok((line, AidRow { programme, nik, kk, name, birth, area }))
}

impl Register {
    /// Adds a row of a list.
    pub fn add_aid(&self, Line { source, line }: Line, row: &AidRow) -> Result<()> {
        let birth = row.birth.map(|date| date.to_string());
        let area = row.area.as_ref().map(AreaCode::as_str);
        self.db
            .prepare_cached("INSERT INTO aid VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .and_then(|mut insert| {
                insert.execute((source, line, row.programme.code(), row.nik, row.kk, &row.name, birth, area))
            })
            .during("menulis daftar bantuan")?;
        Ok(())
    }

    /// The numbers on a list, with line and programme: `each` gets NIK and KK of every row that has one of them.
    pub fn aid_numbers(
        &self,
        source: SourceId,
        mut each: impl FnMut(u32, Aid, Option<i64>, Option<i64>),
    ) -> Result<()> {
        let mut select = self
            .db
            .prepare_cached(
                "SELECT line, nik, kk, programme FROM aid
                 WHERE source = ?1 AND (nik IS NOT NULL OR kk IS NOT NULL)",
            )
            .during("membaca daftar bantuan")?;
        let mut rows = select.query([source]).during("membaca daftar bantuan")?;
        while let Some(row) = rows.next().during("membaca daftar bantuan")? {
            let numbers = row.get(0).and_then(|line| Ok((line, row.get(1)?, row.get(2)?)));
            let (line, nik, kk) = numbers.during("membaca daftar bantuan")?;
            let programme = row.get_ref(3).ok().and_then(|code| code.as_str().ok()).unwrap_or_default();
            each(line, parsed(programme, Aid::parse)?, nik, kk);
        }
        Ok(())
    }

    /// The rows of a list that tell birth date and kelurahan, with their lines.
    pub fn aid_by_name(&self, source: SourceId) -> Result<Vec<(u32, AidRow)>> {
        let rows: Vec<Raw> = self
            .db
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM aid WHERE source = ?1 AND birth IS NOT NULL AND area IS NOT NULL ORDER BY line"
            ))
            .and_then(|mut select| select.query_map([source], raw)?.collect())
            .during("membaca daftar bantuan")?;
        rows.into_iter().map(aid_row).collect()
    }

    /// One row; `None` where the line is of no such list.
    pub fn aid_at(&self, Line { source, line }: Line) -> Result<Option<AidRow>> {
        self.db
            .prepare_cached(&format!("SELECT {COLUMNS} FROM aid WHERE source = ?1 AND line = ?2"))
            .and_then(|mut select| select.query_row((source, line), raw).optional())
            .during("membaca daftar bantuan")?
            .map(|raw| Ok(aid_row(raw)?.1))
            .transpose()
    }
}
