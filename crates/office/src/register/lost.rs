//! What came in, held against what is there: nobody on a list may be lost.

use super::{FamilyId, Line, Office, Register, SourceId};
use crate::fault::{During, Result};
use domain::{AreaCode, RegistrationCode, Rw};
use serde::Deserialize;
use std::collections::HashSet;

/// A place in what came in that leads to nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What the file was called.
    pub file: String,
    /// The row; none: it is not known which, but there are fewer than there were.
    pub line: Option<u32>,
}

/// As much of a list in an envelope as names its families.
#[derive(Deserialize)]
struct Names {
    households: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    code: RegistrationCode,
    household: Lives,
}

#[derive(Deserialize)]
struct Lives {
    area: AreaCode,
    rw: Rw,
}

impl Register {
    /// Notes which family a row of a spreadsheet is.
    pub fn note_row(&self, row: Line, family: FamilyId) -> Result<()> {
        self.db
            .prepare_cached("INSERT OR IGNORE INTO listing VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute((row.source, row.line, family)))
            .during("mencatat baris")?;
        Ok(())
    }

    /// Notes how many families a spreadsheet lists, as its reader counted them.
    pub fn note_rows(&self, source: SourceId, rows: usize) -> Result<()> {
        self.db
            .prepare_cached("UPDATE source SET rows = ?2 WHERE id = ?1")
            .and_then(|mut update| update.execute((source, i64::try_from(rows).unwrap_or(i64::MAX))))
            .during("mencatat berkas")?;
        Ok(())
    }

    /// Everything that came in and leads to no family with a story.
    pub fn lost(&self) -> Result<Vec<Lost>> {
        let mut lost = self.lost_rows()?;
        lost.extend(self.lost_letters()?);
        Ok(lost)
    }

    fn lost_rows(&self) -> Result<Vec<Lost>> {
        self.db
            .prepare(
                "SELECT name, line FROM listing JOIN source ON source.id = listing.source
                 WHERE NOT EXISTS (SELECT 1 FROM family WHERE family.id = listing.family)
                    OR NOT EXISTS (SELECT 1 FROM event WHERE event.family = listing.family)
                 UNION ALL
                 SELECT name, NULL FROM source
                 WHERE rows > (SELECT count(*) FROM listing WHERE listing.source = source.id)",
            )
            .and_then(|mut select| {
                select.query_map([], |row| Ok(Lost { file: row.get(0)?, line: row.get(1)? }))?.collect()
            })
            .during("mencocokkan daftar")
    }

    /// Every code on the lists of each phone, looked for once; but for lists that wait in quarantine to be read again.
    fn lost_letters(&self) -> Result<Vec<Lost>> {
        let mut select = self
            .db
            .prepare(
                "SELECT edition.office, source.name, edition.list
                 FROM edition JOIN source ON source.id = edition.source
                 WHERE source.name NOT IN (SELECT file FROM quarantine)
                 ORDER BY edition.office, edition.edition DESC",
            )
            .during("mencocokkan amplop")?;
        let mut rows = select.query([]).during("mencocokkan amplop")?;
        let (mut lost, mut seen, mut sender) = (Vec::new(), HashSet::new(), None::<Office>);
        while let Some(row) = rows.next().during("mencocokkan amplop")? {
            let read = || -> rusqlite::Result<[String; 3]> { Ok([row.get(0)?, row.get(1)?, row.get(2)?]) };
            let [office, file, list] = read().during("mencocokkan amplop")?;
            if sender.as_ref().is_none_or(|sender| sender.id != office) {
                seen.clear();
                sender = self.office(&office)?;
            }
            let Some(Office { scope, .. }) = &sender else { continue };
            let names: Names = serde_json::from_str(&list).during("membaca daftar")?;
            for (line, Named { code, household: Lives { area, rw } }) in (1..).zip(names.households) {
                if seen.insert(code) && scope.answers_for(&area, rw) && !self.is_known(&code)? {
                    lost.push(Lost { file: file.clone(), line: Some(line) });
                }
            }
        }
        Ok(lost)
    }

    /// Whether a code leads to a family with a story, or was taken back before its family arrived.
    fn is_known(&self, code: &RegistrationCode) -> Result<bool> {
        self.db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM code JOIN family ON family.id = code.family
                                JOIN event ON event.family = family.id AND event.number = 1 WHERE code = ?1)
                     OR (NOT EXISTS (SELECT 1 FROM code WHERE code = ?1)
                         AND EXISTS (SELECT 1 FROM taken_back WHERE code = ?1))",
            )
            .and_then(|mut select| select.query_row([code.to_string()], |row| row.get(0)))
            .during("mencocokkan amplop")
    }
}
