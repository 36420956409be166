//! Public figures.

use super::Case;
use domain::{AreaCode, Status};
use std::collections::BTreeMap;
use wire::stats::shown;
use wire::{AreaStats, Stats, Version};

#[derive(Default)]
struct Count {
    listed: u32,
    approved: u32,
    card_received: u32,
    refused: u32,
    held: u32,
}

/// Counts the families of each kelurahan; a family that was listed twice counts once.
pub(super) fn stats(cases: &[Case]) -> Stats {
    let mut counts: BTreeMap<&AreaCode, Count> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.family.double_of.is_none()) {
        let count = counts.entry(&case.family.origin.area).or_default();
        let status = case.events.last().map_or(Status::Proposed, |event| event.status);
        count.listed += 1;
        count.approved += u32::from(status.is_recipient());
        count.card_received += u32::from(matches!(status, Status::CardReceived | Status::Paid));
        count.refused += u32::from(matches!(status, Status::Refused | Status::Removed));
        count.held += u32::from(matches!(status, Status::Held | Status::Transferred));
    }
    let areas = counts
        .into_iter()
        .filter(|(_, count)| shown(count.listed).is_some())
        .map(|(code, count)| AreaStats {
            code: code.clone(),
            listed: shown(count.listed),
            approved: shown(count.approved),
            card_received: shown(count.card_received),
            refused: shown(count.refused),
            held: shown(count.held),
        })
        .collect();
    Stats { version: Version, areas }
}
