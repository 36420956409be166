//! Families that a list had refused or held, and that stand on none of its kind any more: the list was a mistake, or a later
//! one has taken its place.

use crate::clock::Moment;
use crate::command::resolve::before;
use crate::fault::Result;
use crate::register::{Case, Found, Register};
use domain::{Event, Reason, Says, Status, Tie};

/// What the family reads.
const NOTE: &str = "Daftar yang memuat keluarga ini tidak berlaku lagi: keluarga ini diperiksa lagi.";

/// The step that takes the family back to where it was. What a person decided stays.
pub(super) fn reopened(
    register: &Register,
    case: &Case,
    found: &[Found],
    now: &Moment,
) -> Result<Option<Event>> {
    let Some(last) = case.events.last() else { return Ok(None) };
    let by_a_list = matches!(
        (last.status, last.reason),
        (Status::Refused, Some(Reason::OtherAid)) | (Status::Held, Some(Reason::Matching))
    );
    let is_said = |found: &Found| matches!(found.clue.says, Says::Aid(_)) && found.clue.tie != Tie::NearName;
    if !by_a_list || found.iter().any(is_said) {
        return Ok(None);
    }
    let recorded = register.recorded(case.family.id)?.pop();
    let rests_on_a_list = recorded
        .is_some_and(|it| it.by.is_none() && it.evidence.iter().any(|row| Some(*row) != case.family.line));
    if !rests_on_a_list {
        return Ok(None);
    }
    let again = |event: Event| Event { at: now.date, note: NOTE.to_owned(), reason: None, ..event };
    Ok(match last.status {
        Status::Held => before(&case.events).map(|was| again(Event { resumed: true, ..was.clone() })),
        _ => Some(again(Event::new(Status::Proposed, now.date))),
    })
}

/// Whether an event is such a step, and nobody has looked.
pub(super) fn is_reopening(event: &Event) -> bool {
    event.note == NOTE
}
