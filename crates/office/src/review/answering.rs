//! What an answer does to the family and to its question.

use super::cases::waits;
use super::key::ReviewKey;
use super::rejection::Rejection;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{Answered, Asked, DecisionBasis, FamilyId, Register};
use crate::same_family::{Found, TwoEntries, separate};
use domain::{Actor, Cause, Decision, Event, Question, Reason, Standing, Status};
use std::collections::{BTreeMap, HashMap};

/// What came of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    Taken,
    /// Taken, and it does not agree with the one that stands.
    Conflict,
    /// The same answer of the same person, or the same row.
    Known,
    Rejected(Rejection),
}

/// All that was asked and answered so far.
pub(super) struct Answering<'a> {
    register: &'a Register,
    now: &'a Moment,
    asked: HashMap<(FamilyId, Question), Asked>,
    answers: BTreeMap<(FamilyId, Question), Vec<Answered>>,
}

impl<'a> Answering<'a> {
    pub(super) fn of(register: &'a Register, now: &'a Moment) -> Result<Self> {
        let asked = register.asked()?.into_iter().map(|asked| ((asked.family, asked.question), asked));
        Ok(Self { register, now, asked: asked.collect(), answers: register.answers()? })
    }

    /// Takes an answer in. `shown` is the KK number and the head's name that stand in its row.
    pub(super) fn take(&mut self, key: ReviewKey, given: Answered, shown: (&str, &str)) -> Result<Came> {
        let place = (key.family, key.question);
        let (Some(asked), Some(family)) = (self.asked.get(&place), self.register.family(key.family)?) else {
            return Ok(Came::Rejected(Rejection::Unknown));
        };
        let before = self.answers.get(&place).map(Vec::as_slice).unwrap_or_default();
        if before.iter().any(|it| it.line == given.line || is_same(it, &given)) {
            return Ok(Came::Known);
        }
        if !given.decision.may_answer(asked.question) {
            return Ok(Came::Rejected(Rejection::OtherWord));
        }
        let kk = family.household.kk.map(|kk| kk.to_string()).unwrap_or_default();
        if shown != (kk.as_str(), family.household.head.name.trim()) {
            return Ok(Came::Rejected(Rejection::Mixed));
        }
        let stood = Standing::of(before.iter().map(Answered::weighed));
        let stands = stood.and(given.weighed());
        // Whoever has not seen every answer does not settle the question.
        let is_last = given.decision.decides() && given.seen >= stood.deciding;
        if !asked.is_open && stood.decision.is_none() {
            return Ok(Came::Rejected(Rejection::Closed));
        }
        let settles = is_last && (asked.is_open || stands.decision != stood.decision);
        let goes_back = !given.decision.decides() && asked.is_open;
        if goes_back && self.register.history(asked.family)?.status() == Status::Held {
            // Nothing goes back to its RT while it is held: the question stays until somebody decides.
            return Ok(Came::Rejected(Rejection::Held));
        }
        if settles && let Err(rejection) = self.decide(asked, &given, stood)? {
            return Ok(Came::Rejected(rejection));
        }
        if goes_back {
            self.send_back(asked, &given)?;
        }
        if is_last {
            self.register.close(key.family, key.question, self.now)?;
        }
        self.register.answer(key.family, key.question, &given, self.now)?;
        self.answers.entry(place).or_default().push(given);
        Ok(if stands.in_conflict { Came::Conflict } else { Came::Taken })
    }

    /// Writes down what follows for the family.
    fn decide(
        &self,
        asked: &Asked,
        given: &Answered,
        stood: Standing,
    ) -> Result<std::result::Result<(), Rejection>> {
        if stood.decision == Some(Decision::Same) && !separate(self.register, asked, given, self.now)? {
            return Ok(Err(Rejection::Moved));
        }
        if given.decision == Decision::Same {
            return Ok(match TwoEntries::find(self.register, asked, &given.note)? {
                Found::Two(entries) => Ok(entries.carry_on(self.register, asked, given, self.now)?),
                Found::Nobody => Err(Rejection::Moved),
                Found::Several => Err(Rejection::Several),
            });
        }
        let may = self.decides(asked, given, stood)?;
        Ok(if may { Ok(()) } else { Err(Rejection::Moved) })
    }

    /// The same of what is about this family alone; false if it has moved on since the question was asked.
    fn decides(&self, asked: &Asked, given: &Answered, stood: Standing) -> Result<bool> {
        let mut history = self.register.history(asked.family)?;
        let was_refused = stood.decision.is_some_and(|decision| decision.reason().is_some());
        if was_refused && matches!(history.status(), Status::Refused | Status::Removed) {
            // What was refused for the answer that stood is looked at anew.
            let again = Event::new(Status::Proposed, self.now.date);
            self.record(asked, given, again.clone())?;
            history.push(again)?;
        }
        let Some(reason) = given.decision.reason() else {
            if asked.question == Question::Declined && history.status() == Status::Held {
                // The family wants the aid after all: back to where it was.
                self.record(asked, given, history.resumed(self.now.date))?;
            }
            return Ok(waits(history.status()));
        };
        let refused = history.refusal();
        if history.check(refused).is_err() {
            return Ok(false);
        }
        let event = Event { reason: Some(reason), ..Event::new(refused, self.now.date) };
        self.record(asked, given, event)?;
        Ok(true)
    }

    /// The RT finds the family among those that it is to mend. Whoever is on the final list stays there meanwhile.
    fn send_back(&self, asked: &Asked, given: &Answered) -> Result<()> {
        if self.register.history(asked.family)?.check(Status::Returned).is_err() {
            return Ok(());
        }
        let reason = match asked.question {
            Question::PersonTwice
            | Question::SamePeople
            | Question::KkTwice
            | Question::ListedByTwo
            | Question::OtherKk
            | Question::Replaced => Reason::Mismatch,
            Question::AidLookAlike
            | Question::Moved
            | Question::Died
            | Question::Objected
            | Question::Declined
            | Question::Overruled
            | Question::Contradiction
            | Question::HeadDied => Reason::Incomplete,
        };
        let event = Event { reason: Some(reason), ..Event::new(Status::Returned, self.now.date) };
        self.record(asked, given, event)
    }

    fn record(&self, asked: &Asked, given: &Answered, event: Event) -> Result<()> {
        let mut evidence = asked.evidence.clone();
        evidence.push(given.line);
        let cause = self.cause(asked, given, event.reason)?;
        let event = Event { cause, note: given.note.clone(), ..event };
        let basis = DecisionBasis { actor: Actor::Dinas, by: Some(given.by.clone()), evidence };
        self.register.record(asked.family, &event, basis, self.now)
    }

    /// Where the reviewer wrote nothing: what the RT is to find out, or which other aid it is.
    fn cause(&self, asked: &Asked, given: &Answered, reason: Option<Reason>) -> Result<Option<Cause>> {
        if !given.note.is_empty() {
            return Ok(None);
        }
        if !given.decision.decides() {
            return Ok(Some(Cause::AskRt { question: asked.question }));
        }
        if reason != Some(Reason::OtherAid) {
            return Ok(None);
        }
        let mut programmes = Vec::new();
        for line in &asked.evidence {
            programmes.extend(self.register.aid_at(*line)?.map(|row| row.programme));
        }
        programmes.sort_unstable();
        programmes.dedup();
        Ok((!programmes.is_empty()).then_some(Cause::AidFound { programmes }))
    }
}

fn is_same(one: &Answered, other: &Answered) -> bool {
    (&one.by, one.decision, &one.note, one.seen) == (&other.by, other.decision, &other.note, other.seen)
}
