//! Rows of extracts of Dukcapil.

use super::{Line, Register, SourceId, parsed};
use crate::fault::{During, Result};
use rusqlite::{OptionalExtension as _, Row};

/// What Dukcapil says of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Lives there.
    Alive,
    /// Is dead.
    Died,
    /// Has moved away.
    Moved,
}

impl State {
    /// The code in the register.
    pub fn code(self) -> &'static str {
        match self {
            Self::Alive => "hidup",
            Self::Died => "meninggal",
            Self::Moved => "pindah",
        }
    }

    fn parse(code: &str) -> std::result::Result<Self, ()> {
        [Self::Alive, Self::Died, Self::Moved].into_iter().find(|state| state.code() == code).ok_or(())
    }
}

/// Somebody in the files of Dukcapil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resident {
    /// The NIK, as a number.
    pub nik: i64,
    /// The KK number that Dukcapil has for this person.
    pub kk: Option<i64>,
    /// What Dukcapil says of this person.
    pub state: State,
}

impl Register {
    /// Adds a row of an extract.
    pub fn add_resident(&self, Line { source, line }: Line, row: &Resident) -> Result<()> {
        self.db
            .prepare_cached("INSERT INTO resident VALUES (?1, ?2, ?3, ?4, ?5)")
            .and_then(|mut insert| insert.execute((source, line, row.nik, row.kk, row.state.code())))
            .during("menulis data Dukcapil")?;
        Ok(())
    }

    /// Every row of an extract, with its line.
    pub fn residents(&self, source: SourceId) -> Result<Vec<(u32, Resident)>> {
        let mut select = self
            .db
            .prepare_cached("SELECT line, nik, kk, state FROM resident WHERE source = ?1")
            .during("membaca data Dukcapil")?;
        let mut rows = select.query([source]).during("membaca data Dukcapil")?;
        let mut residents = Vec::new();
        while let Some(row) = rows.next().during("membaca data Dukcapil")? {
            let read = row.get(0).and_then(|line| Ok((line, row.get(1)?, row.get(2)?)));
            let (line, nik, kk) = read.during("membaca data Dukcapil")?;
            let code = row.get_ref(3).ok().and_then(|code| code.as_str().ok()).unwrap_or_default();
            residents.push((line, Resident { nik, kk, state: parsed(code, State::parse)? }));
        }
        Ok(residents)
    }

    /// What one row says; `None` where the line is of no such extract.
    pub fn resident_at(&self, Line { source, line }: Line) -> Result<Option<Resident>> {
        self.db
            .prepare_cached("SELECT nik, kk, state FROM resident WHERE source = ?1 AND line = ?2")
            .and_then(|mut select| {
                let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?));
                select.query_row((source, line), read).optional()
            })
            .during("membaca data Dukcapil")?
            .map(|(nik, kk, code)| Ok(Resident { nik, kk, state: parsed(&code, State::parse)? }))
            .transpose()
    }
}
