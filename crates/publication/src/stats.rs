//! Public figures.

use domain::{AreaCode, Status};
use office::case::Case;
use std::collections::BTreeMap;
use wire::stats::shown;
use wire::{AreaStats, Stats, Version};

/// The families of each kelurahan; a family that was listed twice counts once.
#[derive(Default)]
pub(crate) struct Counts(BTreeMap<AreaCode, Count>);

#[derive(Default)]
struct Count {
    listed: u32,
    verified: u32,
    approved: u32,
    called: u32,
    came: u32,
    paid: u32,
    refused: u32,
    held: u32,
}

impl Counts {
    /// Counts a family.
    pub(crate) fn count(&mut self, case: &Case) {
        if !case.family.stands() {
            return;
        }
        let area = &case.family.origin.area;
        if !self.0.contains_key(area) {
            self.0.insert(area.clone(), Count::default());
        }
        let Some(count) = self.0.get_mut(area) else { return };
        let reached = |wanted: &[Status]| {
            u32::from(case.history.events().iter().any(|event| wanted.contains(&event.status)))
        };
        let status = case.status();
        count.listed += 1;
        count.verified += reached(&[Status::Verified, Status::Approved]);
        count.approved += u32::from(status.is_recipient());
        count.called += reached(&[Status::Invited]);
        count.came += reached(&[Status::CardReceived, Status::Paid]);
        count.paid += reached(&[Status::Paid]);
        count.refused += u32::from(matches!(status, Status::Refused | Status::Removed));
        count.held += u32::from(matches!(status, Status::Held | Status::Transferred));
    }

    /// As they are shown, with the mean distance to the points in each kelurahan where there is one.
    pub(crate) fn stats(&self, metres: &BTreeMap<AreaCode, u32>) -> Stats {
        let areas = self
            .0
            .iter()
            .filter(|(_, count)| shown(count.listed).is_some())
            .map(|(code, count)| AreaStats {
                code: code.clone(),
                listed: shown(count.listed),
                verified: shown(count.verified),
                approved: shown(count.approved),
                called: shown(count.called),
                came: shown(count.came),
                paid: shown(count.paid),
                refused: shown(count.refused),
                held: shown(count.held),
                mean_metres: metres.get(code).copied().filter(|_| shown(count.approved).is_some()),
            })
            .collect();
        Stats { version: Version, areas }
    }
}
