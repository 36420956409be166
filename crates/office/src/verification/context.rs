//! A family, and all that was said, asked and answered of it.

use super::contest;
use super::duplicates::Duplicates;
use super::objection::{Objection, objection};
use super::prior_answers::{PriorAnswer, covers};
use super::unfounded;
use crate::case::Case;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{DecisionBasis, Family, Line, MatchedRow, Register};
use crate::replaced::Replaced;
use domain::{Aid, Assessment, Cause, Event, Facts, Finding, MatchEvidence, Question, Reason, Status};

/// What a family is judged by.
pub(super) struct VerificationContext<'a> {
    pub(super) register: &'a Register,
    pub(super) case: &'a Case,
    pub(super) found: &'a [MatchedRow],
    pub(super) duplicates: &'a Duplicates,
    pub(super) replaced: &'a Replaced<'a>,
    pub(super) before: &'a [PriorAnswer],
    pub(super) now: &'a Moment,
}

impl<'a> VerificationContext<'a> {
    pub(super) fn assess(&self) -> Result<Assessment> {
        let id = self.case.family.id;
        let evidence: Vec<MatchEvidence> = self.found.iter().map(|found| found.evidence).collect();
        let facts = Facts {
            household: &self.case.family.household,
            status: self.case.status(),
            clues: &evidence,
            is_contested: self.duplicates.asks(id, Question::ListedByTwo).is_some(),
            shares_kk: self.duplicates.asks(id, Question::KkTwice).is_some(),
            shares_nik: self.duplicates.asks(id, Question::PersonTwice).is_some(),
            is_replaced: self.replaced.is(self.case)?,
            adults: &adults(&self.case.family, self.now),
        };
        let assessment = facts.assess();
        let Assessment::Refused(reason, positions) = assessment else { return Ok(assessment) };
        let story = self.register.recorded(id)?;
        Ok(match objection(self.register, &story, reason, &self.rows_of(&positions))? {
            Objection::None => Assessment::Refused(reason, positions),
            Objection::Waits => facts.asked(Some((Question::Objected, positions))),
            Objection::Upheld => facts.asked(None),
        })
    }

    /// The row of Dukcapil that says that the head is dead.
    pub(super) fn death_of_the_head(&self) -> Option<Line> {
        self.found.iter().find(|found| found.evidence.says == Finding::Died(0)).map(|found| found.line)
    }

    /// The row that lists the family, and those of what lists say.
    fn rows_of(&self, positions: &[usize]) -> Vec<Line> {
        let of_others = positions.iter().filter_map(|at| self.found.get(*at)).map(|found| found.line);
        self.case.family.line.into_iter().chain(of_others).collect()
    }

    /// The rows that ask a question.
    pub(super) fn rows(&self, question: Question, positions: &[usize]) -> Vec<Line> {
        let mut rows = self.rows_of(positions);
        rows.extend(self.duplicates.asks(self.case.family.id, question).unwrap_or_default());
        rows
    }

    pub(super) fn settled(&self, question: Question, rows: &[Line]) -> Result<Option<&'a PriorAnswer>> {
        if matches!(question, Question::Replaced | Question::ListedByTwo) {
            // These are asked only if no answer stands.
            return Ok(None);
        }
        for known in self.before {
            if known.settles(question, rows, self.register)? {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    /// Whether the family was held for all of these before: it is held no more, so somebody has compared them and kept it.
    pub(super) fn was_held_for(&self, positions: &[usize]) -> Result<bool> {
        let rows = self.rows_of(positions);
        for pair in self.register.recorded(self.case.family.id)?.windows(2) {
            if let [held, after] = pair
                && held.event.status == Status::Held
                && !unfounded::is_reopening(&after.event)
                && covers(self.register, &held.evidence, &rows)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub(super) fn hold_as_contested(&self) -> Result<()> {
        let basis = DecisionBasis::rows(self.rows(Question::ListedByTwo, &[]));
        let (case, event) = (self.case, contest::held(self.now));
        self.register.record_after(case.family.id, &case.history, &event, basis, self.now)
    }

    pub(super) fn record(&self, status: Status, reason: Reason, positions: &[usize]) -> Result<()> {
        let cause = cause(reason, self.found, positions);
        let event = Event { reason: Some(reason), cause, ..Event::new(status, self.now.date) };
        let basis = DecisionBasis::rows(self.rows_of(positions));
        self.register.record_after(self.case.family.id, &self.case.history, &event, basis, self.now)
    }
}

/// The positions of the adults, as findings name them.
fn adults(family: &Family, now: &Moment) -> Vec<u16> {
    let members = (0..).zip(family.household.members());
    members.filter(|(_, member)| member.is_adult(now.date)).map(|(at, _)| at).collect()
}

/// What the lists say, where it is they that decide.
fn cause(reason: Reason, found: &[MatchedRow], positions: &[usize]) -> Option<Cause> {
    let mut programmes: Vec<Aid> = positions
        .iter()
        .filter_map(|at| found.get(*at))
        .filter_map(|found| match found.evidence.says {
            Finding::Aid(aid) => Some(aid),
            _ => None,
        })
        .collect();
    programmes.sort_unstable();
    programmes.dedup();
    match reason {
        _ if programmes.is_empty() => None,
        Reason::OtherAid => Some(Cause::AidFound { programmes }),
        Reason::Matching => Some(Cause::AidCompared { programmes }),
        _ => None,
    }
}
