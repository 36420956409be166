//! The cases that wait for a person: open questions, and questions that two people answered otherwise.

use super::evidence::Evidence;
use crate::areas::{areas, name_of};
use crate::fault::Result;
use crate::register::{Answered, Family, Register};
use domain::{Question, Standing, Status};

/// One of them, with all that a person needs to know.
pub struct ReviewCase {
    /// The family.
    pub family: Family,
    /// Where it stands.
    pub status: Status,
    /// The name of its kelurahan.
    pub kelurahan: String,
    /// What is asked.
    pub question: Question,
    /// What the rows say that ask it.
    pub evidence: Vec<Evidence>,
    /// What people answered so far.
    pub answers: Vec<Answered>,
    /// Whether they do not agree.
    pub in_conflict: bool,
    /// How many answers decide.
    pub deciding: u32,
}

impl ReviewCase {
    /// Where the family is listed.
    pub fn place(&self) -> String {
        let origin = &self.family.origin;
        format!("{} RT {} / RW {}", self.kelurahan, origin.rt, origin.rw)
    }
}

/// Whether a family in this status waits for an answer: who has left the programme does not, nor whose RT is to mend it.
pub(super) fn waits(status: Status) -> bool {
    use Status::{Refused, Removed, Returned, Transferred, Withdrawn};
    !matches!(status, Refused | Removed | Returned | Transferred | Withdrawn)
}

/// Every case, RT by RT.
pub fn cases(register: &Register) -> Result<Vec<ReviewCase>> {
    let areas = areas();
    let (mut answers, found) = (register.answers()?, register.match_evidence()?);
    let mut cases = Vec::new();
    for asked in register.asked()? {
        let answers = answers.remove(&(asked.family, asked.question)).unwrap_or_default();
        let standing = Standing::of(answers.iter().map(Answered::weighed));
        if !asked.is_open && !standing.in_conflict {
            continue;
        }
        let Some(family) = register.family(asked.family)? else { continue };
        let status = register.history(family.id)?.status();
        if !standing.in_conflict && !waits(status) {
            continue;
        }
        cases.push(ReviewCase {
            evidence: Evidence::of(register, &asked, &family, &found)?,
            kelurahan: name_of(&areas, &family.origin.area),
            family,
            status,
            question: asked.question,
            answers,
            in_conflict: standing.in_conflict,
            deciding: standing.deciding,
        });
    }
    cases.sort_by(|a, b| (&a.family.origin, a.family.id).cmp(&(&b.family.origin, b.family.id)));
    Ok(cases)
}
