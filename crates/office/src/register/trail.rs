//! The trail: every event, and what else people did, in the order of writing, each bound to the one before by its digest.
//!
//! It shows what was changed in the register afterwards. Whoever may write the file and knows this program can make the
//! whole trail anew; so its last digest is told by `tepat audit` and `tepat publish`, to be written down where nobody at
//! this computer can reach it.

use super::digest_chain::{ChainDigest, TrailPosition};
use super::{CommandLine, FamilyId, Register};
use crate::fault::{During, Result};
use data_encoding::HEXLOWER;
use rusqlite::OptionalExtension as _;
use rusqlite::types::ValueRef;
use serde::{Deserialize, Serialize};

/// The setting in which the end of the trail stands once more: what is cut off at the end is missed.
pub(super) const END: &str = "trail";

/// What people do beside deciding: the trail names it, and who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// Somebody read the record of one family.
    Read {
        /// Who.
        by: String,
    },
    /// Somebody wrote down all that is held of one family, for the family.
    Export {
        /// Who.
        by: String,
    },
    /// Somebody listed families with their whole numbers.
    List {
        /// Who.
        by: String,
    },
    /// Somebody changed a setting.
    Set {
        /// Who.
        by: String,
        /// Which.
        setting: String,
        /// What it is now.
        value: String,
    },
    /// Somebody approved a tahap, and a second person must confirm it.
    Propose {
        /// Who.
        by: String,
        /// Which tahap.
        tahap: u16,
    },
    /// Somebody found out that a list is right that names many new families.
    Accept {
        /// Who.
        by: String,
        /// The file of its envelope.
        file: String,
    },
    /// Somebody corrected the record of one family.
    Correct {
        /// Who.
        by: String,
        /// What, by the names of the fields: never what stood or stands there.
        fields: Vec<String>,
    },
    /// Somebody found that another entry is the same family: its case goes on.
    CarryOn {
        /// Who.
        by: String,
        /// The number of the other entry.
        entry: i64,
    },
    /// Somebody erased who a family is.
    Erase {
        /// Who.
        by: String,
        /// The family asked for it, or its time was over: in a word.
        because: String,
        /// Its events that lost a sentence, by their numbers: SHA-256 of the row of the trail and of what is left.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        events: Vec<(i64, String)>,
    },
    /// Somebody removed what was kept long enough.
    Expire {
        /// Who.
        by: String,
        /// Of which kind.
        kind: String,
        /// So much of it.
        count: usize,
    },
    /// A backup was made, which holds all that the register held then.
    Backup {
        /// Where it was written.
        file: String,
        /// As of when.
        made_at: String,
    },
    /// Somebody found out what a line of the bank is that differs from what is due.
    Settle {
        /// Who.
        by: String,
        /// The number of the line.
        item: i64,
        /// What it is.
        outcome: String,
    },
    /// A file was taken in as a report of a point or of the bank, or with decisions.
    Take {
        /// Its number.
        source: i64,
        /// What it was taken for.
        topic: String,
    },
    /// A command changed something: what stands on the trail from `first` on up to this row is its work.
    Command {
        /// Which, as it was typed.
        command: CommandLine,
        /// The first row.
        first: i64,
    },
    /// Somebody took back what a command did.
    Undo {
        /// Who.
        by: String,
        /// The row of the trail that names the command.
        command: i64,
        /// Only what it took from these files; none: all of it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sources: Vec<i64>,
    },
}

impl Act {
    /// Whether the register is another after it.
    fn is_change(&self) -> bool {
        !matches!(self, Self::Read { .. } | Self::Export { .. } | Self::List { .. } | Self::Backup { .. })
    }
}

/// A correction of a family's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotedCorrection {
    /// By the clock of the computer.
    pub written_at: String,
    /// Who.
    pub by: String,
    /// What, by the names of the fields.
    pub fields: Vec<String>,
}

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotedBackup {
    /// Where it was written.
    pub file: String,
    /// As of when.
    pub made_at: String,
}

/// An act as it is written down.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredAct {
    #[serde(flatten)]
    pub(super) act: Act,
    pub(super) written_at: String,
}

/// The end of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrailEnd {
    /// How many rows it has.
    pub entries: i64,
    /// The last digest, in hexadecimal.
    pub digest: String,
}

impl Register {
    /// Where the trail goes on. It is read once in a transaction, during which nobody else writes.
    pub(super) fn trail_position(&self) -> Result<TrailPosition> {
        // What a transaction left behind that came to nothing is not gone on with.
        let is_within = !self.db.is_autocommit();
        if let Some(position) = self.position.borrow().as_ref().filter(|_| is_within) {
            return Ok(position.clone());
        }
        let last: Option<(i64, Vec<u8>)> = self
            .db
            .prepare_cached("SELECT id, digest FROM trail ORDER BY id DESC LIMIT 1")
            .and_then(|mut select| select.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional())
            .during("membaca jejak")?;
        let (entries, digest) = last.unwrap_or_default();
        let digest = ChainDigest::from_bytes(&digest).unwrap_or(ChainDigest::START);
        let (first, is_change) = (entries + 1, false);
        Ok(TrailPosition { entries, digest, written_at: (self.clock)()?, first, is_change })
    }

    /// Puts an event on the trail.
    pub(super) fn trail_event(
        &self,
        position: TrailPosition,
        family: FamilyId,
        number: i64,
        row: &[ValueRef<'_>],
    ) -> Result<()> {
        let digest = position.digest.after(row);
        let position = TrailPosition { is_change: true, ..position };
        self.write_trail(position, digest, (Some(family), Some(number), None))
    }

    /// Writes down what somebody did, and about which family.
    pub fn act(&self, family: Option<FamilyId>, act: Act) -> Result<()> {
        let position = self.trail_position()?;
        let position = TrailPosition { is_change: position.is_change || act.is_change(), ..position };
        let stored = StoredAct { act, written_at: position.written_at.clone() };
        let json = serde_json::to_string(&stored).during("menulis jejak")?;
        let about = family.map_or(ValueRef::Null, ValueRef::Integer);
        let digest = position.digest.after(&[about, ValueRef::Null, ValueRef::Text(json.as_bytes())]);
        self.write_trail(position, digest, (family, None, Some(&json)))
    }

    fn write_trail(
        &self,
        position: TrailPosition,
        digest: ChainDigest,
        (family, number, act): (Option<FamilyId>, Option<i64>, Option<&str>),
    ) -> Result<()> {
        let position = TrailPosition { entries: position.entries + 1, digest, ..position };
        self.db
            .prepare_cached("INSERT INTO trail (id, family, number, act, digest) VALUES (?1, ?2, ?3, ?4, ?5)")
            .and_then(|mut insert| insert.execute((position.entries, family, number, act, digest.as_bytes())))
            .during("menulis jejak")?;
        if self.db.is_autocommit() {
            return self.note_end(&position);
        }
        self.position.replace(Some(position));
        Ok(())
    }

    /// Before a transaction ends.
    pub(super) fn finish_trail(&self) -> Result<()> {
        let changed = self.position.borrow().as_ref().filter(|it| it.is_change).map(|it| it.first);
        if let (Some(first), Some(command)) = (changed, &self.command) {
            self.act(None, Act::Command { command: command.clone(), first })?;
        }
        self.position.take().map_or(Ok(()), |position| self.note_end(&position))
    }

    fn note_end(&self, position: &TrailPosition) -> Result<()> {
        self.set(END, &format!("{}:{}", position.entries, HEXLOWER.encode(position.digest.as_bytes())))
    }

    /// The acts on the trail that are of one kind, by the word for it, with their families; those that cannot be read are left out.
    pub(super) fn acts(&self, kind: &str) -> Result<Vec<(Option<FamilyId>, Act)>> {
        let rows: Vec<(Option<FamilyId>, String)> = self
            .db
            .prepare_cached("SELECT family, act FROM trail WHERE act LIKE ?1 ORDER BY id")
            .and_then(|mut select| {
                let like = format!("%\"act\":\"{kind}\"%");
                select.query_map([like], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
            })
            .during("membaca jejak")?;
        let read =
            |(family, json): (_, String)| Some((family, serde_json::from_str::<StoredAct>(&json).ok()?.act));
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// Who corrected the record of a family, the oldest first.
    pub fn corrections(&self, family: FamilyId) -> Result<Vec<NotedCorrection>> {
        let rows: Vec<String> = self
            .db
            .prepare_cached("SELECT act FROM trail WHERE family = ?1 AND act IS NOT NULL ORDER BY id")
            .and_then(|mut select| select.query_map([family], |row| row.get(0))?.collect())
            .during("membaca jejak")?;
        let correction = |json: String| match serde_json::from_str(&json).ok()? {
            StoredAct { act: Act::Correct { by, fields }, written_at } => {
                Some(NotedCorrection { written_at, by, fields })
            }
            _ => None,
        };
        Ok(rows.into_iter().filter_map(correction).collect())
    }

    /// The backups that were made, the oldest first.
    pub fn backups(&self) -> Result<Vec<NotedBackup>> {
        let backup = |(_, act)| match act {
            Act::Backup { file, made_at } => Some(NotedBackup { file, made_at }),
            _ => None,
        };
        Ok(self.acts("backup")?.into_iter().filter_map(backup).collect())
    }

    /// The end of the trail, as it was noted when it was last written.
    pub fn trail_end(&self) -> Result<TrailEnd> {
        let noted = self.get(END)?.unwrap_or_default();
        let (entries, digest) = noted.split_once(':').unwrap_or_default();
        Ok(TrailEnd { entries: entries.parse().unwrap_or(0), digest: digest.to_owned() })
    }

    /// With another clock in the place of the computer's.
    #[cfg(test)]
    pub(crate) fn with_clock(self, clock: crate::clock::Clock) -> Self {
        Self { clock, ..self }
    }
}
