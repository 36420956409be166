//! The invitation that stands for a family.

use domain::{History, Invitation, Status};

/// The invitation that stands.
pub(super) fn standing(history: &History) -> Option<&Invitation> {
    let last = history.last().filter(|event| event.status == Status::Invited)?;
    last.invitation.as_ref()
}

/// The invitation in whose place the one that stands came, because its point has closed: the one before, of the same call.
pub fn replaced_invitation(history: &History) -> Option<&Invitation> {
    let (last, events) = history.events().split_last()?;
    let before = events.last()?.invitation.as_ref()?;
    let call = last.invitation.as_ref()?.call;
    (last.status == Status::Invited && !last.resumed && before.call == call).then_some(before)
}
