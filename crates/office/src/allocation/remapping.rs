//! What one more point would gain, and where: the remapping of points to where families live.

use super::distances::Distances;
use super::plan::{Group, Part, Plan, weighted};
use crate::geography::Geography;
use flow::{Problem, solve};
use rayon::prelude::*;
use serde::Serialize;

/// Families a day that a new point would have room for (Pemprov DKI, January 2021).
pub const A_DAY: u32 = 500;
/// So many places are looked at closely.
const CLOSELY: usize = 10;

/// A place for one more point, in the middle of a kelurahan.
#[derive(Debug, Serialize)]
pub struct Candidate {
    /// The code of the kelurahan.
    pub code: String,
    /// Its name.
    pub kelurahan: String,
    /// Kilometres that all families together have less to go.
    pub saved_km: i64,
    /// Families that have no longer over 2 km to go.
    pub under_2_km: i64,
    /// Weighted metres that it saves.
    pub saved: i64,
    /// What the prices told that it saves at most.
    pub saved_at_most: i64,
}

/// The best places for one more point, the best first.
#[derive(Debug, Default, Serialize)]
pub struct Remapping {
    /// The places.
    pub candidates: Vec<Candidate>,
    /// Whether it is proven that no other middle of a kelurahan saves more than the first.
    pub is_proven: bool,
}

/// A side of the water as it is, without regard for where families were to collect before.
struct Present {
    groups: Vec<(Group, u32)>,
    sites: Vec<usize>,
    problem: Problem,
    prices: Vec<i64>,
    cost: i128,
    figures: Distances,
}

impl Remapping {
    /// Looks at the middle of every kelurahan, and closely at the most promising ones.
    pub(super) fn of(geography: &Geography, plan: &Plan) -> Self {
        let room = A_DAY * plan.days;
        let presents: Vec<Present> =
            plan.parts.iter().filter_map(|part| Present::new(geography, part)).collect();
        let mut promising: Vec<(i64, usize, &Present)> = plan
            .parts
            .iter()
            .zip(&presents)
            .flat_map(|(part, present)| {
                let homes = geography.homes.iter().enumerate().filter(|(_, home)| home.region == part.region);
                homes.map(move |(home, _)| (present.saving_bound(geography, home, room), home, present))
            })
            .filter(|(most, ..)| *most > 0)
            .collect();
        promising.sort_by_key(|(most, home, _)| (std::cmp::Reverse(*most), *home));
        let rest = promising.get(CLOSELY).map_or(0, |(most, ..)| *most);
        promising.truncate(CLOSELY);
        let mut candidates: Vec<Candidate> = promising
            .into_par_iter()
            .filter_map(|(most, home, present)| present.candidate(geography, home, room, most))
            .collect();
        candidates.sort_by_key(|it| std::cmp::Reverse(it.saved));
        let is_proven = candidates.first().is_some_and(|best| best.saved >= rest);
        Self { candidates, is_proven }
    }
}

impl Present {
    fn new(geography: &Geography, part: &Part) -> Option<Self> {
        let mut families = std::collections::BTreeMap::new();
        for (group, count) in &part.families {
            *families.entry(Group { before: None, ..*group }).or_default() += count;
        }
        let part = Part { families, sites: part.sites.clone(), room: part.room.clone(), ..*part };
        let problem = part.problem(|group, site| weighted(geography.metres(group.home, site), group.class));
        let plan = solve(&problem)?;
        let groups: Vec<(Group, u32)> = part.families.into_iter().collect();
        let mut present = Self {
            cost: problem.cost(&plan.shipments),
            prices: plan.prices,
            groups,
            sites: part.sites,
            problem,
            figures: Distances::default(),
        };
        present.figures = present.figures(geography, &plan.shipments, None);
        Some(present)
    }

    /// What one of each group would have to go, weighted.
    fn costs(&self, geography: &Geography, to: usize) -> Vec<i64> {
        let cost = |group: &Group| weighted(geography.metres_between(group.home, to), group.class);
        self.groups.iter().map(|(group, _)| cost(group)).collect()
    }

    fn saving_bound(&self, geography: &Geography, home: usize, room: u32) -> i64 {
        small(self.problem.saving_bound(&self.prices, room, &self.costs(geography, home)))
    }

    fn candidate(&self, geography: &Geography, home: usize, room: u32, most: i64) -> Option<Candidate> {
        let problem = self.problem.with_sink(room, &self.costs(geography, home));
        let plan = solve(&problem)?;
        let figures = self.figures(geography, &plan.shipments, Some(home));
        let there = geography.homes.get(home)?;
        let less = |before: u64, after: u64| small(i128::from(before) - i128::from(after));
        Some(Candidate {
            code: there.code.to_string(),
            kelurahan: there.name.clone(),
            saved_km: less(self.figures.metres, figures.metres) / 1000,
            under_2_km: less(self.figures.over_2_km, figures.over_2_km),
            saved: small(self.cost - problem.cost(&plan.shipments)),
            saved_at_most: most,
        })
    }

    /// How far everybody has to go, the last sink being a point in the middle of a kelurahan.
    fn figures(&self, geography: &Geography, shipments: &[flow::Shipment], new: Option<usize>) -> Distances {
        let way = |it: &flow::Shipment| {
            let (group, _) = self.groups.get(it.source)?;
            let metres = match self.sites.get(it.sink) {
                Some(site) => geography.metres(group.home, *site),
                None => geography.metres_between(group.home, new?),
            };
            Some((metres, u64::from(it.amount)))
        };
        Distances::of(shipments.iter().filter_map(way).collect())
    }
}

fn small(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
