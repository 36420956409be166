//! Approvals that wait for a second person.

use super::{FamilyId, Register, digest};
use crate::clock::Moment;
use crate::fault::{During, Result};
use rusqlite::OptionalExtension as _;

/// An approval that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Who approved it first.
    pub by: String,
    /// The digest of the families that it is about.
    families: [u8; 32],
}

impl Proposal {
    /// Of some families, in the order of their numbers.
    pub fn of(by: &str, families: &[FamilyId]) -> Self {
        let bytes: Vec<u8> = families.iter().flat_map(|family| family.to_be_bytes()).collect();
        Self { by: by.to_owned(), families: digest(&bytes) }
    }

    /// Whether both are about the same families.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.families == other.families
    }

    /// Whether both are of one person, however the name is written.
    pub fn is_of_the_same_person(&self, other: &Self) -> bool {
        let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        words(&self.by) == words(&other.by)
    }
}

impl Register {
    /// The approval of a tahap that waits for a second person.
    pub fn proposal(&self, tahap: u16) -> Result<Option<Proposal>> {
        self.db
            .query_row("SELECT by, families FROM proposal WHERE tahap = ?1", [tahap], |row| {
                Ok(Proposal { by: row.get(0)?, families: row.get(1)? })
            })
            .optional()
            .during("membaca persetujuan")
    }

    /// Lets an approval wait, in the place of another of this tahap.
    pub fn propose(&self, tahap: u16, proposal: &Proposal, now: &Moment) -> Result<()> {
        self.db
            .execute(
                "INSERT OR REPLACE INTO proposal (tahap, by, families, proposed_at) VALUES (?1, ?2, ?3, ?4)",
                (tahap, &proposal.by, &proposal.families, now.to_string()),
            )
            .during("menulis persetujuan")?;
        Ok(())
    }

    /// It waits no more.
    pub fn end_proposal(&self, tahap: u16) -> Result<()> {
        self.db.execute("DELETE FROM proposal WHERE tahap = ?1", [tahap]).during("menulis persetujuan")?;
        Ok(())
    }
}
