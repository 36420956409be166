//! The families of each RT, and how far each RT has come.

use crate::public_family::PublicFamily;
use domain::{AreaCode, Rt, Rw, Status};
use office::register::{Office, Scope};
use std::collections::BTreeMap;
use wire::{RtProgress, StatusCount};

/// Every RW with those of its RT that have families or were enrolled.
pub(super) struct Neighbourhoods<'a>(BTreeMap<(AreaCode, Rw), BTreeMap<Rt, Neighbourhood<'a>>>);

#[derive(Default)]
struct Neighbourhood<'a> {
    families: Vec<&'a PublicFamily>,
    offices: Vec<&'a Office>,
}

impl<'a> Neighbourhoods<'a> {
    pub(super) fn of(families: &'a [PublicFamily], offices: &'a [Office]) -> Self {
        let mut all = Self(BTreeMap::new());
        for family in families {
            let origin = &family.origin;
            all.place(&origin.area, origin.rw, origin.rt).families.push(family);
        }
        for office in offices {
            let Scope { area, rw, rt } = &office.scope;
            if let Some(rt) = rt {
                all.place(area, *rw, *rt).offices.push(office);
            }
        }
        all
    }

    fn place(&mut self, area: &AreaCode, rw: Rw, rt: Rt) -> &mut Neighbourhood<'a> {
        self.0.entry((area.clone(), rw)).or_default().entry(rt).or_default()
    }

    /// The families of one RT.
    pub(super) fn families(&self, area: &AreaCode, rw: Rw, rt: Rt) -> &[&'a PublicFamily] {
        self.0.get(&(area.clone(), rw)).and_then(|rw| rw.get(&rt)).map_or(&[], |place| &place.families)
    }

    /// How far each RT of an RW has come. What came through a link counts also after the link was revoked.
    pub(super) fn progress(&self, area: &AreaCode, rw: Rw) -> Vec<RtProgress> {
        let mut progress = Vec::new();
        for (rt, Neighbourhood { families, offices }) in self.0.get(&(area.clone(), rw)).into_iter().flatten()
        {
            let enrolled = offices.iter().any(|office| office.is_active());
            if enrolled || !families.is_empty() {
                let listed_on = offices.iter().filter_map(|office| office.listed_on).max();
                progress.push(RtProgress { rt: *rt, enrolled, listed_on, families: count(families) });
            }
        }
        progress
    }
}

/// By status, in reading order.
fn count(families: &[&PublicFamily]) -> Vec<StatusCount> {
    let mut counts = BTreeMap::<Status, u32>::new();
    for family in families {
        *counts.entry(family.status).or_default() += 1;
    }
    counts.into_iter().map(|(status, families)| StatusCount { status: status.into(), families }).collect()
}
