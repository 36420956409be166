//! How many families of each kelurahan go to each point.

use super::class::Class;
use super::demand::{Demand, Demands};
use super::point_request::PointRequest;
use crate::geography::{Geography, Region};
use flow::Problem;
use std::collections::BTreeMap;

/// Families that are alike to the solver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub(super) home: usize,
    pub(super) class: Class,
    /// Where they were to collect until now.
    pub(super) before: Option<usize>,
}

/// The families of a group.
#[derive(Default)]
pub(super) struct Members {
    /// By their places among the demands.
    pub(super) families: Vec<usize>,
    /// How many of them go to which site.
    pub(super) quotas: Vec<(usize, u32)>,
}

/// What is decided.
pub(super) struct Plan {
    /// How many days each point is open.
    pub(super) days: u32,
    /// Families that get the point that they asked for, with it.
    pub(super) granted: Vec<(usize, usize)>,
    /// The other families.
    pub(super) groups: BTreeMap<Group, Members>,
    /// What can be solved by itself.
    pub(super) parts: Vec<Part>,
    /// The metres of all families, weighted, and a total below which no plan can be.
    pub(super) total: u64,
    pub(super) bound: u64,
}

/// One side of the water, with the room that granted requests leave.
pub(super) struct Part {
    pub(super) region: Region,
    pub(super) sites: Vec<usize>,
    pub(super) room: Vec<u32>,
    pub(super) families: BTreeMap<Group, u32>,
}

/// One metre outweighs this many families that have to change their point: more than live here, so that of all plans with the
/// least way the one with the fewest changes is taken.
const CHANGES: i64 = 1 << 24;

impl Plan {
    /// The plan with the least way, and among those the one with the fewest changes. Each point is open for at least so many
    /// days, and for more where not everybody would fit.
    pub(super) fn new(geography: &Geography, demands: &Demands, least_days: u32) -> Self {
        let days = days(geography, demands).max(least_days);
        let mut room: Vec<u32> =
            geography.sites.iter().map(|site| u32::from(site.point.capacity) * days).collect();
        let granted = grant(geography, demands, &mut room);
        let mut plan =
            Self { days, groups: groups(demands, &granted), parts: Vec::new(), total: 0, bound: 0, granted };
        for (demand, site) in &plan.granted {
            let home = demands.all.get(*demand).and_then(|demand| demand.home);
            let metres = home.map_or(0, |home| geography.metres(home, *site));
            plan.total += u64::from(metres) * u64::from(Class::Asking.weight());
        }
        plan.bound = plan.total;
        plan.solve(geography, &room);
        plan
    }

    fn solve(&mut self, geography: &Geography, room: &[u32]) {
        let mut parts: BTreeMap<Region, Part> = BTreeMap::new();
        for ((place, site), room) in geography.sites.iter().enumerate().zip(room) {
            let part = parts.entry(site.region).or_insert_with(|| Part::new(site.region));
            part.sites.push(place);
            part.room.push(*room);
        }
        for (group, Members { families, .. }) in &self.groups {
            let region = geography.homes.get(group.home).map(|home| home.region);
            if let Some(part) = region.and_then(|region| parts.get_mut(&region)) {
                part.families.insert(*group, u32::try_from(families.len()).unwrap_or(u32::MAX));
            }
        }
        for part in parts.into_values() {
            let cost = |group: &Group, site| {
                let change = i64::from(group.before.is_some_and(|before| before != site));
                weighted(geography.metres(group.home, site), group.class) * CHANGES + change
            };
            let problem = part.problem(cost);
            let Some(plan) = flow::solve(&problem) else { continue };
            let whole = |cost: i128| u64::try_from(cost / i128::from(CHANGES)).unwrap_or(0);
            self.total += whole(problem.cost(&plan.shipments));
            self.bound += whole(problem.bound(&plan.prices));
            let groups: Vec<&Group> = part.families.keys().collect();
            for it in plan.shipments {
                let group = groups.get(it.source).and_then(|group| self.groups.get_mut(group));
                if let (Some(members), Some(site)) = (group, part.sites.get(it.sink)) {
                    members.quotas.push((*site, it.amount));
                }
            }
            self.parts.push(part);
        }
    }
}

impl Part {
    fn new(region: Region) -> Self {
        Self { region, sites: Vec::new(), room: Vec::new(), families: BTreeMap::new() }
    }

    /// It as the solver takes it.
    pub(super) fn problem(&self, cost: impl Fn(&Group, usize) -> i64) -> Problem {
        let row = |group: &Group| self.sites.iter().map(|site| cost(group, *site)).collect();
        Problem {
            sources: self.families.iter().map(|(group, families)| (*families, row(group))).collect(),
            sinks: self.room.clone(),
        }
    }
}

/// Metres in metres of ordinary families.
pub(super) fn weighted(metres: u32, class: Class) -> i64 {
    i64::from(metres) * i64::from(class.weight())
}

/// How many days are needed so that everybody fits, on every side of the water.
fn days(geography: &Geography, demands: &Demands) -> u32 {
    let mut needed: BTreeMap<Region, (u32, u32)> = BTreeMap::new();
    for site in &geography.sites {
        needed.entry(site.region).or_default().1 += u32::from(site.point.capacity);
    }
    let homes = demands.all.iter().filter_map(|demand| geography.homes.get(demand.home?));
    for home in homes {
        if let Some((families, _)) = needed.get_mut(&home.region) {
            *families += 1;
        }
    }
    needed.into_values().map(|(families, a_day)| families.div_ceil(a_day.max(1))).max().unwrap_or(0)
}

/// Gives those who ask for a point a place there while there is one: the frail first, then in the order of listing.
fn grant(geography: &Geography, demands: &Demands, room: &mut [u32]) -> Vec<(usize, usize)> {
    let asking = |(place, demand): (usize, &Demand)| match (demand.request, demand.home) {
        (Some(PointRequest::At(site)), Some(home)) if geography.reachable(home).any(|it| it == site) => {
            Some((!demand.is_frail, place, site))
        }
        _ => None,
    };
    let mut asking: Vec<(bool, usize, usize)> = demands.all.iter().enumerate().filter_map(asking).collect();
    asking.sort_unstable();
    let mut granted = Vec::new();
    for (_, place, site) in asking {
        if let Some(left) = room.get_mut(site).filter(|left| **left > 0) {
            *left -= 1;
            granted.push((place, site));
        }
    }
    granted
}

fn groups(demands: &Demands, granted: &[(usize, usize)]) -> BTreeMap<Group, Members> {
    let granted: std::collections::HashSet<usize> = granted.iter().map(|(demand, _)| *demand).collect();
    let mut groups: BTreeMap<Group, Members> = BTreeMap::new();
    for (place, demand) in demands.all.iter().enumerate().filter(|(place, _)| !granted.contains(place)) {
        let Some(home) = demand.home else { continue };
        let group = Group { home, class: demand.class(), before: demand.before.map(|(site, _)| site) };
        groups.entry(group).or_default().families.push(place);
    }
    groups
}
