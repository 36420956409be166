//! A family, and all that was said, asked and answered of it.

use super::contest;
use super::duplicates::Duplicates;
use super::objection::{Objection, objection};
use super::prior_answers::{PriorAnswer, covers};
use super::unfounded;
use crate::case::Case;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{DecisionBasis, Family, Line, MatchedRow, Recorded, Register};
use crate::replaced::Replaced;
use domain::{
    Aid, Assessment, Cause, Contradiction, Event, Facts, Fault, Finding, MatchEvidence, Question, Reason,
    Status,
};

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
            shares_people: self.duplicates.asks(id, Question::SamePeople).is_some(),
            shares_nik: self.duplicates.asks(id, Question::PersonTwice).is_some(),
            is_replaced: self.replaced.is(self.case)?,
            contradicts: self.contradicts()?,
            adults: &adults(&self.case.family, self.now),
        };
        let assessed = facts.assess();
        let objects = self.duplicates.asks(id, Question::Objected).is_some();
        let Assessment::Refused(reason, positions) = &assessed else {
            return Ok(if objects { facts.asked(Some((Question::Objected, Vec::new()))) } else { assessed });
        };
        let story = self.register.recorded(id)?;
        match objection(self.register, &story, *reason, &self.rows_of(positions))? {
            Objection::Waits => return Ok(facts.asked(Some((Question::Objected, positions.clone())))),
            Objection::Upheld => return Ok(facts.asked(None)),
            Objection::None => {}
        }
        // What a person decided holds against what the person knew; by anything newer it is only asked again.
        let Some(decided) = decided_by_a_person(story) else { return Ok(assessed) };
        if decided.knew(self, positions)? {
            return Ok(facts.asked(None));
        }
        Ok(Assessment::Asked(vec![(Question::Overruled, positions.clone())]))
    }

    /// Whether the record contradicts itself in anything that its RT has not explained.
    fn contradicts(&self) -> Result<bool> {
        let family = &self.case.family;
        let found = family.household.contradictions();
        if found.is_empty() {
            return Ok(false);
        }
        let kept = self.register.remarks(family.id)?.kept;
        let is_explained = |contradiction: &Contradiction| {
            let fault = match contradiction {
                Contradiction::NikBirth => Fault::NikBirth,
                Contradiction::NikSex => Fault::NikSex,
                _ => return false,
            };
            kept.iter().any(|kept| kept.fault == fault.code())
        };
        Ok(!found.iter().all(is_explained))
    }

    /// Whether the point said that the family does not want the aid, and nobody has looked yet.
    pub(super) fn is_held_for_declining(&self) -> bool {
        let last = self.case.history.last();
        last.is_some_and(|it| it.status == Status::Held && it.cause == Some(Cause::Declined))
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
            if known.settles(question, rows, self.register)? && self.is_of_this_record(known, rows)? {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    /// Whether the record says nothing that whoever answered did not see. What rests on rows of others is compared by these.
    fn is_of_this_record(&self, known: &PriorAnswer, rows: &[Line]) -> Result<bool> {
        let family = &self.case.family;
        let rests_on_others = rows.iter().any(|row| Some(*row) != family.line);
        let Some(answer) = known.answer.as_ref().filter(|_| !rests_on_others) else { return Ok(true) };
        let versions = self.register.previous_versions(family.id)?;
        let Some(then) = versions.iter().find(|version| version.until >= answer.at) else { return Ok(true) };
        Ok(match known.asked.question {
            Question::Contradiction => {
                let seen = then.household.contradictions();
                family.household.contradictions().iter().all(|it| seen.contains(it))
            }
            _ => false,
        })
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

    /// Whether a contested family that was found right is let go: one that was never verified is judged first, and waits for what
    /// else is asked of it.
    pub(super) fn lets_go(&self) -> Result<bool> {
        let was_verified = |event: &Event| {
            event.status.is_on_main_line()
                && !matches!(event.status, Status::Proposed | Status::KelurahanReview)
        };
        if self.case.history.events().iter().any(was_verified) {
            return Ok(true);
        }
        match self.assess()? {
            Assessment::Valid | Assessment::Held(_) => Ok(true),
            Assessment::Refused(..) => Ok(false),
            Assessment::Asked(questions) => {
                for (question, positions) in questions {
                    if self.settled(question, &self.rows(question, &positions))?.is_none() {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
        }
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

/// What somebody knew who found the family right, where nobody has decided otherwise since. Whoever only opens its case again has
/// found nothing yet.
fn decided_by_a_person(story: Vec<Recorded>) -> Option<Decided> {
    let (mut known, mut was_refused, mut decided) = (Vec::new(), false, None);
    for recorded in story {
        let status = recorded.event.status;
        let is_right =
            status.is_on_main_line() && !matches!(status, Status::Proposed | Status::KelurahanReview);
        if !status.is_on_main_line() {
            was_refused = true;
            known.extend(recorded.evidence);
        }
        if recorded.by.is_some() {
            let at = recorded.recorded_at;
            decided = is_right.then(|| Decided { known: known.clone(), was_refused, at });
        }
    }
    decided
}

/// A decision of a person, and what stood before the person's eyes.
struct Decided {
    known: Vec<Line>,
    was_refused: bool,
    at: String,
}

impl Decided {
    /// Whether what refuses the family is nothing new: rows of lists, or else its own record.
    fn knew(&self, context: &VerificationContext<'_>, positions: &[usize]) -> Result<bool> {
        let of_lists: Vec<Line> =
            positions.iter().filter_map(|at| context.found.get(*at)).map(|found| found.line).collect();
        if !of_lists.is_empty() {
            return covers(context.register, &self.known, &of_lists);
        }
        let versions = context.register.previous_versions(context.case.family.id)?;
        Ok(self.was_refused && versions.iter().all(|version| version.until < self.at))
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
