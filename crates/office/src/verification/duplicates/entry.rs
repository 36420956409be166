//! One of the entries of a family that was listed twice.

use super::super::objection::{Objection, objection};
use super::super::prior_answers::PriorAnswers;
use crate::clock::Moment;
use crate::fault::{Result, if_readable};
use crate::register::{DecisionBasis, Family, FamilyId, Line, Register, number};
use crate::same_family::refused_as_duplicate;
use domain::{Actor, Decision, Event, History, Question, Reason, Status};

/// One of the entries.
pub(super) struct Entry {
    pub(super) family: Family,
    pub(super) history: History,
    /// Whether a person decided what it came to last.
    is_decided: bool,
    /// Whether a person ever decided anything of it.
    is_touched: bool,
}

/// What a person found of one of several entries of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Right,
    Wrong,
    Nothing,
}

impl Entry {
    /// The entry; none where it cannot be read.
    pub(super) fn of(register: &Register, id: FamilyId) -> Result<Option<Self>> {
        let Some(Some(family)) = if_readable(register.family(id))? else { return Ok(None) };
        let Some(recorded) = if_readable(register.recorded(id))? else { return Ok(None) };
        let is_decided = recorded.last().is_some_and(|last| last.by.is_some());
        let is_touched = recorded.iter().any(|it| it.by.is_some());
        let history = recorded.into_iter().map(|recorded| recorded.event).collect();
        Ok(Some(Self { family, history, is_decided, is_touched }))
    }

    /// What a person found of it. An answer counts for the RT that it was given in sight of, and not for one that comes later.
    pub(super) fn found(
        &self,
        claims: &[&Self],
        register: &Register,
        before: &PriorAnswers,
    ) -> Result<Found> {
        let rows: Vec<Line> = self.rivals(claims.iter().copied()).collect();
        let asked = before.of(self.family.id).iter().find(|it| it.asked.question == Question::ListedByTwo);
        Ok(match asked {
            Some(known) if known.settles(Question::ListedByTwo, &rows, register)? => Found::Right,
            Some(known) if known.is_refusal() => Found::Wrong,
            _ => Found::Nothing,
        })
    }

    /// What became of its refusal as a double of another entry of its RT.
    pub(super) fn objection(
        &self,
        first: &Self,
        register: &Register,
        before: &PriorAnswers,
    ) -> Result<Objection> {
        if !self.is_touched || !self.history.status().is_on_main_line() {
            return Ok(Objection::None);
        }
        let rows: Vec<Line> = first.family.line.into_iter().collect();
        let asked = before.of(self.family.id).iter().find(|it| it.asked.question == Question::Objected);
        match asked {
            Some(known) if known.settles(Question::Objected, &rows, register)? => Ok(Objection::Upheld),
            _ => objection(register, &register.recorded(self.family.id)?, Reason::Duplicate, &rows),
        }
    }

    /// Whether a person who saw both found them to be two families.
    pub(super) fn is_told_apart(&self, other: &Self, before: &PriorAnswers) -> bool {
        let asked = before.of(self.family.id).iter().find(|it| it.asked.question == Question::SamePeople);
        asked.is_some_and(|known| {
            let is_said = known.answer.as_ref().is_some_and(|it| it.decision == Decision::Different);
            let was_seen = other.family.line.is_none_or(|line| known.asked.evidence.contains(&line));
            is_said && !known.asked.is_open && was_seen
        })
    }

    /// The rows in which other RT list the family, but for those that a person has refused.
    pub(super) fn rivals<'a>(&self, claims: impl Iterator<Item = &'a Self>) -> impl Iterator<Item = Line> {
        let is_refused = |it: &Self| it.is_gone() || (it.is_out() && it.is_decided);
        let others = claims.filter(move |it| it.family.origin != self.family.origin && !is_refused(it));
        others.filter_map(|other| other.family.line)
    }

    /// Whether this is the NIK of its head.
    pub(super) fn is_of(&self, nik: i64) -> bool {
        self.family.household.head.nik.is_some_and(|head| number(head.digits()) == nik)
    }

    /// Of the entries of one RT the least stands: whoever is there, then whoever has the aid, then the complete, then the first.
    pub(super) fn rank(&self) -> (bool, bool, bool, FamilyId) {
        (self.is_gone(), !self.history.has_aid(), !self.is_complete(), self.family.id)
    }

    /// Refused, removed or with Kemensos: it asks for nothing. What was refused for the sake of another entry does.
    pub(super) fn is_out(&self) -> bool {
        let status = self.history.status();
        matches!(status, Status::Refused | Status::Removed | Status::Transferred)
            && !self.is_refused_as_double()
    }

    fn is_refused_as_double(&self) -> bool {
        let history = &self.history;
        !self.is_decided && history.status() == Status::Refused && history.reason() == Some(Reason::Duplicate)
    }

    /// Taken back, or not living there any more: the family may be listed elsewhere.
    pub(super) fn is_gone(&self) -> bool {
        let status = self.history.status();
        let is_out = matches!(status, Status::Refused | Status::Removed);
        status == Status::Withdrawn
            || (is_out && matches!(self.history.reason(), Some(Reason::MovedOut | Reason::NotFound)))
    }

    /// Whether it has a KK number, and everybody in it is named with NIK and birth date, at an address.
    fn is_complete(&self) -> bool {
        let household = &self.family.household;
        household.kk.is_some()
            && !household.address.is_empty()
            && household.members().all(|member| member.nik.is_some() && member.birth.is_some())
    }

    /// Notes that it does not stand, and refuses it where its status lets it.
    pub(super) fn points_to(&self, stands: &Self, register: &Register, now: &Moment) -> Result<()> {
        if self.family.duplicate_of != Some(stands.family.id) {
            register.point_to(self.family.id, Some(stands.family.id))?;
        }
        if self.history.check(Status::Refused).is_err() {
            return Ok(());
        }
        let event = refused_as_duplicate(&stands.family.origin, now);
        self.record(&event, stands.family.line, register, now)
    }

    /// What was refused for the sake of another entry is looked at anew when that one no longer stands for it; what a person
    /// decided stays.
    pub(super) fn stands_again(&self, register: &Register, now: &Moment) -> Result<()> {
        register.point_to(self.family.id, None)?;
        if self.is_refused_as_double() {
            self.record(&Event::new(Status::Proposed, now.date), None, register, now)?;
        }
        Ok(())
    }

    fn record(&self, event: &Event, other: Option<Line>, register: &Register, now: &Moment) -> Result<()> {
        let evidence = other.into_iter().chain(self.family.line).collect();
        register.record(self.family.id, event, DecisionBasis { evidence, ..Actor::Dinas.into() }, now)
    }
}
