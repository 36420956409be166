//! The cases that wait for a person: open questions, and questions that two people answered otherwise.

use super::words;
use domain::{Question, Standing, Status};
use office::areas::{areas, name_of};
use office::fault::Result;
use office::register::{Answered, Asked, Family, FamilyId, Found, Register};
use std::collections::HashMap;

/// One of them, with all that a person needs to know.
pub(super) struct Case {
    pub(super) family: Family,
    pub(super) status: Status,
    pub(super) kelurahan: String,
    pub(super) question: Question,
    /// What the rows say that ask it.
    pub(super) evidence: String,
    pub(super) answers: Vec<Answered>,
    pub(super) in_conflict: bool,
    /// How many answers decide.
    pub(super) deciding: u32,
}

impl Case {
    /// Where the family is listed.
    pub(super) fn place(&self) -> String {
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
pub(super) fn cases(register: &Register) -> Result<Vec<Case>> {
    let areas = areas();
    let (mut answers, clues) = (register.answers()?, register.clues()?);
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
        cases.push(Case {
            evidence: evidence(register, &asked, &family, &clues)?,
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

/// What the rows say that ask a question, in words.
fn evidence(
    register: &Register,
    asked: &Asked,
    family: &Family,
    clues: &HashMap<FamilyId, Vec<Found>>,
) -> Result<String> {
    let mut told = Vec::new();
    for line in asked.evidence.iter().filter(|line| Some(**line) != family.line) {
        let clue = clues.get(&family.id).and_then(|found| found.iter().find(|found| found.line == *line));
        let clue = clue.map(|found| &found.clue);
        let source = register.source_name(line.source)?;
        if let Some(aid) = register.aid_at(*line)? {
            told.push(words::aid(&source, line.line, &aid, clue));
        } else if let Some(resident) = register.resident_at(*line)? {
            told.push(words::resident(&source, line.line, resident.state, family, clue));
        }
    }
    if asked.question == Question::PersonTwice {
        for (position, member) in (1..).zip(family.household.members()) {
            let Some(nik) = member.nik else { continue };
            for other in register.families_with_nik(&nik)? {
                if other.id != family.id && other.duplicate_of != Some(family.id) {
                    told.push(words::elsewhere(position, member, &other));
                }
            }
        }
    }
    if let (Question::KkTwice, Some(kk)) = (asked.question, &family.household.kk) {
        let others = register.families_with_kk(kk)?.into_iter().filter(|other| other.id != family.id);
        told.extend(others.map(|other| words::same_kk(&other)));
    }
    if asked.question == Question::Replaced {
        told.extend(register.previous_versions(family.id)?.iter().map(words::before));
    }
    Ok(told.join("\n"))
}
