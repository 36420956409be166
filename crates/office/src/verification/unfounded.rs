//! Families that a list had refused or held, and that no list in force names any more: it was a mistake, or a later one has
//! taken its place.

use crate::case::Case;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{MatchedRow, Recorded, Register};
use domain::{Cause, Event, Finding, MatchMethod, Reason, Status};

/// The step that takes the family back to where it was. What a person decided stays, and so does what was decided of a record
/// that has been changed since.
pub(super) fn reopened(
    register: &Register,
    case: &Case,
    found: &[MatchedRow],
    now: &Moment,
) -> Result<Option<Event>> {
    let Some(last) = case.history.last() else { return Ok(None) };
    let by_a_list = matches!(
        (last.status, last.reason),
        (Status::Refused, Some(Reason::OtherAid)) | (Status::Held, Some(Reason::Matching))
    );
    let is_said = |found: &MatchedRow| {
        matches!(found.evidence.says, Finding::Aid(_)) && found.evidence.tie != MatchMethod::NearName
    };
    if !by_a_list || found.iter().any(is_said) {
        return Ok(None);
    }
    let Some(decided) = register.recorded(case.family.id)?.pop().filter(|it| it.by.is_none()) else {
        return Ok(None);
    };
    if !rests_on_lists_of_the_past(register, &decided)? || was_changed_since(register, case, &decided)? {
        return Ok(None);
    }
    let again = |event: Event| Event { cause: Some(Cause::ListReplaced), ..event };
    Ok(Some(match last.status {
        Status::Held => again(case.history.resumed(now.date)),
        _ => again(Event::new(Status::Proposed, now.date)),
    }))
}

/// Whether rows of other aid said so, and none of their lists is in force any more.
fn rests_on_lists_of_the_past(register: &Register, decided: &Recorded) -> Result<bool> {
    let mut rests_on_lists = false;
    for row in &decided.evidence {
        if register.aid_at(*row)?.is_some() {
            if register.is_in_force(row.source)? {
                return Ok(false);
            }
            rests_on_lists = true;
        }
    }
    Ok(rests_on_lists)
}

/// A record edited after the decision is not reopened automatically: otherwise a mended number would be enough.
fn was_changed_since(register: &Register, case: &Case, decided: &Recorded) -> Result<bool> {
    Ok(register.previous_versions(case.family.id)?.iter().any(|version| version.until >= decided.recorded_at))
}

/// Whether an event is such a step, and nobody has looked.
pub(super) fn is_reopening(event: &Event) -> bool {
    event.cause == Some(Cause::ListReplaced)
}
