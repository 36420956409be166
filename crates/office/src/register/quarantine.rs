//! Envelopes that could not be taken in, each with its reason.

use super::{Act, Register};
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use rusqlite::OptionalExtension as _;
use serde::Serialize;

/// An envelope in quarantine.
#[derive(Debug, Serialize)]
pub struct Quarantined {
    /// The SHA-256 that its file is named by.
    pub file: String,
    /// Where it was found.
    pub name: String,
    /// When the office saw it first.
    pub seen_at: String,
    /// When it came into the drop box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<String>,
    /// Why it is here, for scripts.
    pub code: String,
    /// The same as a sentence.
    pub message: String,
    /// What can be done.
    pub remedy: String,
    /// Who has found out that its list is right, although it names many new families.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<String>,
}

impl Register {
    /// Puts an envelope into quarantine; of one that is there already, only the reason changes.
    pub fn quarantine(
        &self,
        file: &str,
        name: &str,
        arrived_at: Option<&Moment>,
        reason: &Fault,
        now: &Moment,
    ) -> Result<()> {
        self.db
            .execute(
                "INSERT INTO quarantine (file, name, seen_at, arrived_at, code, message, remedy)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (file) DO UPDATE SET code = ?5, message = ?6, remedy = ?7",
                (
                    file,
                    name,
                    now.to_string(),
                    arrived_at.map(Moment::to_string),
                    reason.code,
                    &reason.message,
                    &reason.remedy,
                ),
            )
            .during("mencatat karantina")?;
        Ok(())
    }

    /// Whether an envelope is in quarantine.
    pub fn is_quarantined(&self, file: &str) -> Result<bool> {
        self.db
            .prepare_cached("SELECT 1 FROM quarantine WHERE file = ?1")
            .and_then(|mut select| select.exists([file]))
            .during("membaca karantina")
    }

    /// The code of the reason why an envelope is in quarantine.
    pub fn quarantine_reason(&self, file: &str) -> Result<Option<String>> {
        self.db
            .prepare_cached("SELECT code FROM quarantine WHERE file = ?1")
            .and_then(|mut select| select.query_row([file], |row| row.get(0)).optional())
            .during("membaca karantina")
    }

    /// Whether somebody has found out that the list in an envelope is right.
    pub fn is_accepted(&self, file: &str) -> Result<bool> {
        self.db
            .prepare_cached("SELECT 1 FROM quarantine WHERE file = ?1 AND accepted_by IS NOT NULL")
            .and_then(|mut select| select.exists([file]))
            .during("membaca karantina")
    }

    /// Notes that somebody has found that out; whether the envelope waits for it under this code.
    pub fn accept(&self, file: &str, code: &str, by: &str) -> Result<bool> {
        let accepted = self
            .db
            .execute("UPDATE quarantine SET accepted_by = ?3 WHERE file = ?1 AND code = ?2", (file, code, by))
            .during("mencatat karantina")?;
        if accepted > 0 {
            self.act(None, Act::Accept { by: by.to_owned(), file: file.to_owned() })?;
        }
        Ok(accepted > 0)
    }

    /// Lets an envelope out.
    pub fn release(&self, file: &str) -> Result<()> {
        self.db.execute("DELETE FROM quarantine WHERE file = ?1", [file]).during("mencatat karantina")?;
        Ok(())
    }

    /// All that is in quarantine, the oldest first.
    pub fn quarantined(&self) -> Result<Vec<Quarantined>> {
        self.db
            .prepare("SELECT * FROM quarantine ORDER BY seen_at, file")
            .and_then(|mut select| {
                let row = |row: &rusqlite::Row<'_>| {
                    Ok(Quarantined {
                        file: row.get("file")?,
                        name: row.get("name")?,
                        seen_at: row.get("seen_at")?,
                        arrived_at: row.get("arrived_at")?,
                        code: row.get("code")?,
                        message: row.get("message")?,
                        remedy: row.get("remedy")?,
                        accepted_by: row.get("accepted_by")?,
                    })
                };
                select.query_map([], row)?.collect()
            })
            .during("membaca karantina")
    }
}
