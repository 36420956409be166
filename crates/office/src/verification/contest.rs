//! Families that two RT list: held until a person has found out which entry is right, and let go when nothing is asked any more.

use super::duplicates::Duplicates;
use super::prior_answers::PriorAnswer;
use crate::case::Case;
use crate::clock::Moment;
use crate::register::DecisionBasis;
use domain::{Actor, Cause, Event, Question, Reason, Status};

/// What holds a family. Neither RT is told which the other is: whoever lists a foreign family learns nothing of it.
pub(super) fn held(now: &Moment) -> Event {
    Event {
        reason: Some(Reason::Duplicate),
        cause: Some(Cause::ListedElsewhere),
        ..Event::new(Status::Held, now.date)
    }
}

/// Whether a family is held for that.
pub(super) fn is_held(case: &Case) -> bool {
    case.history.is_contested()
}

/// The step that lets it go, in the name of whoever found it right; none: it is not held, or still asked.
pub(super) fn released(
    case: &Case,
    duplicates: &Duplicates,
    before: &[PriorAnswer],
    now: &Moment,
) -> Option<(Event, DecisionBasis)> {
    let is_asked = duplicates.asks(case.family.id, Question::ListedByTwo).is_some();
    if !is_held(case) || is_asked || !case.family.stands() {
        return None;
    }
    let known = before.iter().find(|known| known.asked.question == Question::ListedByTwo);
    let answer = known.and_then(|known| known.answer.as_ref()).filter(|it| it.decision.reason().is_none());
    let note = answer.map(|answer| answer.note.clone()).unwrap_or_default();
    let evidence = case.family.line.into_iter().chain(answer.map(|answer| answer.line)).collect();
    let by = answer.map(|answer| answer.by.clone());
    let event = Event { note, ..case.history.resumed(now.date) };
    Some((event, DecisionBasis { actor: Actor::Dinas, by, evidence }))
}
