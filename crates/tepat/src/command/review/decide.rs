//! What an answer does to the family and to its question.

use super::cases::waits;
use super::key::Key;
use super::read::Wrong;
use super::words;
use ::words::Language;
use ::words::family::aid_in_sentence;
use domain::{Actor, Event, Question, Reason, Standing, Status};
use office::clock::Moment;
use office::fault::Result;
use office::register::{Answered, Asked, FamilyId, Grounds, Register};
use std::collections::{BTreeMap, HashMap};

/// What came of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    Taken,
    /// Taken, and it does not agree with the one that stands.
    Conflict,
    /// The same answer of the same person, or the same row.
    Known,
    Wrong(Wrong),
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
    pub(super) fn take(&mut self, key: Key, given: Answered, shown: (&str, &str)) -> Result<Came> {
        let place = (key.family, key.question);
        let (Some(asked), Some(family)) = (self.asked.get(&place), self.register.family(key.family)?) else {
            return Ok(Came::Wrong(Wrong::Unknown));
        };
        let before = self.answers.get(&place).map(Vec::as_slice).unwrap_or_default();
        if before.iter().any(|it| it.line == given.line || is_same(it, &given)) {
            return Ok(Came::Known);
        }
        let kk = family.household.kk.map(|kk| kk.to_string()).unwrap_or_default();
        if shown != (kk.as_str(), family.household.head.name.trim()) {
            return Ok(Came::Wrong(Wrong::Mixed));
        }
        let stood = Standing::of(before.iter().map(Answered::weighed));
        let stands = stood.and(given.weighed());
        // Whoever has not seen every answer does not settle the question.
        let is_last = given.decision.decides() && given.seen >= stood.deciding;
        if !asked.is_open && stood.decision.is_none() {
            return Ok(Came::Wrong(Wrong::Closed));
        }
        let settles = is_last && (asked.is_open || stands.decision != stood.decision);
        if settles && !self.decide(asked, &given, stood)? {
            return Ok(Came::Wrong(Wrong::Moved));
        }
        if !given.decision.decides() && asked.is_open {
            self.send_back(asked, &given)?;
        }
        if is_last {
            self.register.close(key.family, key.question, self.now)?;
        }
        self.register.answer(key.family, key.question, &given, self.now)?;
        self.answers.entry(place).or_default().push(given);
        Ok(if stands.in_conflict { Came::Conflict } else { Came::Taken })
    }

    /// Writes down what follows for the family; false if it has moved on since the question was asked.
    fn decide(&self, asked: &Asked, given: &Answered, stood: Standing) -> Result<bool> {
        let events = self.register.events(asked.family)?;
        let mut status = events.last().map_or(Status::Proposed, |event| event.status);
        let was_refused = stood.decision.is_some_and(|decision| decision.reason().is_some());
        if was_refused && matches!(status, Status::Refused | Status::Removed) {
            // What was refused for the answer that stood is looked at anew.
            status = Status::Proposed;
            self.record(asked, given, Event::new(status, self.now.date))?;
        }
        let Some(reason) = given.decision.reason() else { return Ok(waits(status)) };
        let was_recipient = events.iter().any(|event| event.status.is_recipient());
        let is_removed = was_recipient && status.allows(Status::Removed);
        let refused = if is_removed { Status::Removed } else { Status::Refused };
        if !status.allows(refused) {
            return Ok(false);
        }
        let event = Event { reason: Some(reason), ..Event::new(refused, self.now.date) };
        self.record(asked, given, event)?;
        Ok(true)
    }

    /// The RT finds the family among those that it is to mend. Whoever is on the final list stays there meanwhile.
    fn send_back(&self, asked: &Asked, given: &Answered) -> Result<()> {
        let events = self.register.events(asked.family)?;
        if !events.last().is_some_and(|last| last.status.allows(Status::Returned)) {
            return Ok(());
        }
        let reason = match asked.question {
            Question::PersonTwice | Question::KkTwice | Question::OtherKk | Question::Replaced => {
                Reason::Mismatch
            }
            Question::AidLookAlike | Question::Moved | Question::Died => Reason::Incomplete,
        };
        let event = Event { reason: Some(reason), ..Event::new(Status::Returned, self.now.date) };
        self.record(asked, given, event)
    }

    fn record(&self, asked: &Asked, given: &Answered, event: Event) -> Result<()> {
        let mut evidence = asked.evidence.clone();
        evidence.push(given.line);
        let note = self.note(asked, given, event.reason)?;
        let grounds = Grounds { actor: Actor::Dinas, by: Some(given.by.clone()), evidence };
        self.register.record(asked.family, &Event { note, ..event }, grounds, self.now)
    }

    /// What the reviewer wrote; without a word of theirs, what the RT is to find out, or which other aid it is.
    fn note(&self, asked: &Asked, given: &Answered, reason: Option<Reason>) -> Result<String> {
        if given.note.is_empty() && !given.decision.decides() {
            return Ok(words::for_rt(asked.question).to_owned());
        }
        if !given.note.is_empty() || reason != Some(Reason::OtherAid) {
            return Ok(given.note.clone());
        }
        let mut aids = Vec::new();
        for line in &asked.evidence {
            aids.extend(
                self.register.aid_at(*line)?.map(|row| aid_in_sentence(Language::Indonesian, row.programme)),
            );
        }
        aids.sort_unstable();
        aids.dedup();
        if aids.is_empty() {
            return Ok(String::new());
        }
        Ok(format!("Keluarga ini tercatat menerima {}.", aids.join(", ")))
    }
}

fn is_same(one: &Answered, other: &Answered) -> bool {
    (&one.by, one.decision, &one.note, one.seen) == (&other.by, other.decision, &other.note, other.seen)
}
