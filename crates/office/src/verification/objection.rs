//! No refusal by a rule alone is final: where a person at Dinas Sosial has opened the case again, a person decides it.

use super::prior_answers::covers;
use crate::fault::Result;
use crate::register::{Line, Recorded, Register};
use domain::{Reason, Status};

/// What became of the last refusal by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Objection {
    /// Nobody has objected to it.
    None,
    /// A person must say whether it stands.
    Waits,
    /// A person knew the rows that it rested on, and found the family valid.
    Upheld,
}

/// Whether a family was refused for this reason before, for these rows, and a person has opened its case since.
pub(super) fn objection(
    register: &Register,
    story: &[Recorded],
    reason: Reason,
    rows: &[Line],
) -> Result<Objection> {
    let by_rule = |it: &Recorded| {
        it.event.status == Status::Refused && it.event.reason == Some(reason) && it.by.is_none()
    };
    let Some(at) = story.iter().rposition(by_rule) else { return Ok(Objection::None) };
    let (refused, since) = story.split_at(at.saturating_add(1));
    let opened = since.iter().rev().find(|it| it.by.is_some() && it.event.status.is_on_main_line());
    let (Some(refused), Some(opened)) = (refused.last(), opened) else { return Ok(Objection::None) };
    let is_found_valid = !matches!(opened.event.status, Status::Proposed | Status::KelurahanReview);
    Ok(match is_found_valid {
        false => Objection::Waits,
        true if covers(register, &refused.evidence, rows)? => Objection::Upheld,
        // By something that the person did not know: that is asked as such.
        true => Objection::None,
    })
}
