//! How far a sealed list has come, on its way and at the office.

use crate::family::Family;
use crate::list_version::{Delivery, ListVersion};
use crate::register::PhoneRegister;
use domain::Status;

/// Where a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListState {
    /// Not taken in yet, as far as this phone knows.
    OnWay(Delivery),
    /// The office has it, or a later one.
    Received,
    /// The office has it, and sent so many of its families back.
    ToMend(usize),
}

impl PhoneRegister {
    /// Where a list stands. What the office sent back belongs to the last list that it has, until it is sent again.
    pub fn standing(&self, version: &ListVersion) -> ListState {
        let taken_in = self.outcome.as_ref().map(|outcome| outcome.edition).unwrap_or_default();
        if version.number > taken_in {
            return ListState::OnWay(version.delivery);
        }
        let is_last =
            self.list_versions.iter().all(|other| other.number <= version.number || other.number > taken_in);
        match self.present().filter(|family| self.is_returned(family)).count() {
            to_mend if is_last && to_mend > 0 => ListState::ToMend(to_mend),
            _ => ListState::Received,
        }
    }

    /// The families that the office sent back and that have not been mended since.
    pub fn to_mend(&self) -> impl Iterator<Item = &Family> {
        let is_as_sent = |family: &Family| {
            family.record.as_ref().is_some_and(|record| family.was_sent_as(&record.household))
        };
        self.present().filter(move |family| self.is_returned(family) && is_as_sent(family))
    }

    /// Whether the office sent a family back, and has not got it again since.
    fn is_returned(&self, family: &Family) -> bool {
        let event = family.sent.as_ref().and_then(|sent| self.office_says(family, sent));
        event.is_some_and(|event| event.status == Status::Returned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Run;

    fn check(run: &Run, expect: &[ListState]) {
        let standings: Vec<ListState> =
            run.0.list_versions.iter().map(|version| run.0.standing(version)).collect();
        assert_eq!(standings, expect);
    }

    #[test]
    fn a_list_is_received_then_mended() {
        use Delivery::{Delivered, Waiting};
        use ListState::{OnWay, Received, ToMend};
        let run = Run::new().saves(1, "Siti").sends(Delivered).saves(2, "Budi").sends(Waiting);
        check(&run, &[OnWay(Delivered), OnWay(Waiting)]);
        let run = run.hears(1, 1, Status::Returned);
        check(&run, &[ToMend(1), OnWay(Waiting)]);
        // The answer to the second sending was lost on its way: the office has it all the same.
        let run = run.hears(2, 1, Status::Returned);
        check(&run, &[Received, ToMend(1)]);
        assert_eq!(run.0.to_mend().count(), 1);
        let run = run.saves(1, "Siti A");
        assert_eq!(run.0.to_mend().count(), 0);
        let run = run.sends(Delivered);
        check(&run, &[Received, Received, OnWay(Delivered)]);
        check(&run.hears(3, 1, Status::Proposed), &[Received; 3]);
    }
}
