//! What came of it.

mod requests;

use super::demand::Demands;
use super::distances::Distances;
use super::plan::Plan;
use super::remapping::Remapping;
use crate::clock::Moment;
use crate::fault::Result;
use crate::geography::Geography;
use crate::register::{Register, Unreadable};
pub use requests::Requests;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// What came of an allocation.
#[derive(Debug, Serialize)]
pub struct Report {
    /// When it was made.
    pub on: String,
    /// Points.
    pub points: usize,
    /// How many days each is open.
    pub days: u32,
    /// Everybody's ways. They are estimates: of a family no more is known than its kelurahan.
    pub ways: Distances,
    /// Weighted metres of all ways.
    pub total: u64,
    /// What no plan can be under.
    pub bound: u64,
    /// How much more the plan is, in percent.
    pub gap_percent: f64,
    /// What changes for families that had a point.
    pub changes: Changes,
    /// RTs that have families to come.
    pub rts: usize,
    /// Those whose families all go to one point.
    pub rts_together: usize,
    /// What came of the requests for a nearer point.
    pub requests: Requests,
    /// Families that no point can be reached by.
    pub nowhere: Vec<Nowhere>,
    /// The ways, by kelurahan.
    pub areas: Vec<AreaWays>,
    /// What each point has to do.
    pub load: Vec<Load>,
    /// Where one more point would help most.
    pub remapping: Remapping,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    pub unreadable: Unreadable,
}

/// What changes for families that had a point.
#[derive(Debug, Default, Serialize)]
pub struct Changes {
    /// They have a point for the first time.
    pub new: usize,
    /// They keep the point that they had.
    pub kept: usize,
    /// They have another one.
    pub moved: usize,
}

/// Families of a kelurahan that no point can be reached by.
#[derive(Debug, Serialize)]
pub struct Nowhere {
    /// The code of the kelurahan.
    pub code: String,
    /// None: a kelurahan that nobody knows.
    pub kelurahan: Option<String>,
    /// So many families.
    pub families: usize,
    /// The registration code of each.
    pub codes: Vec<String>,
}

/// The ways of the families of a kelurahan.
#[derive(Debug, Serialize)]
pub struct AreaWays {
    /// The code of the kelurahan.
    pub code: String,
    /// Its name.
    pub kelurahan: String,
    #[serde(flatten)]
    /// The ways of its families.
    pub ways: Distances,
}

/// What a point has to do.
#[derive(Debug, Serialize)]
pub struct Load {
    /// The id of the point.
    pub point: String,
    /// Its name.
    pub name: String,
    /// So many families go there.
    pub families: u64,
    /// So many could.
    pub room: u64,
}

impl Report {
    pub(super) fn new(
        register: &Register,
        geography: &Geography,
        demands: &Demands,
        plan: &Plan,
        assignments: &[Option<usize>],
        now: &Moment,
    ) -> Result<Self> {
        let mut counts: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        let mut nowhere: BTreeMap<String, Nowhere> = BTreeMap::new();
        let mut changes = Changes::default();
        let mut rts: HashMap<usize, (usize, bool)> = HashMap::new();
        for (demand, assigned) in demands.all.iter().zip(assignments) {
            let (Some(home), Some(site)) = (demand.home, *assigned) else {
                let home = demand.home.and_then(|home| geography.homes.get(home));
                let code = match home {
                    Some(home) => home.code.to_string(),
                    None => register
                        .family(demand.id)?
                        .map(|it| it.household.area.to_string())
                        .unwrap_or_default(),
                };
                let there = nowhere.entry(code.clone()).or_insert_with(|| Nowhere {
                    code,
                    kelurahan: home.map(|home| home.name.clone()),
                    families: 0,
                    codes: Vec::new(),
                });
                there.families += 1;
                there.codes.extend(register.codes(demand.id)?.first().map(ToString::to_string));
                continue;
            };
            *counts.entry((home, site)).or_default() += 1;
            match demand.before {
                Some((before, _)) if before == site => changes.kept += 1,
                None if !demand.is_known => changes.new += 1,
                _ => changes.moved += 1,
            }
            let (first, is_together) = rts.entry(demand.rt).or_insert((site, true));
            *is_together &= *first == site;
        }
        let gap = 100.0 * ratio(plan.total - plan.bound.min(plan.total), plan.total);
        Ok(Self {
            on: now.to_string(),
            points: geography.sites.len(),
            days: plan.days,
            ways: Distances::of(ways(geography, &counts, |_| true)),
            total: plan.total,
            bound: plan.bound,
            gap_percent: gap,
            changes,
            rts: rts.len(),
            rts_together: rts.values().filter(|(_, is_together)| *is_together).count(),
            requests: Requests::new(register, geography, demands, assignments)?,
            nowhere: nowhere.into_values().collect(),
            areas: areas(geography, &counts),
            load: load(geography, &counts, plan.days),
            remapping: Remapping::of(geography, plan),
            unreadable: demands.unreadable.clone(),
        })
    }
}

/// The ways of the families of chosen homes.
fn ways(
    geography: &Geography,
    counts: &BTreeMap<(usize, usize), u64>,
    chosen: impl Fn(usize) -> bool,
) -> Vec<(u32, u64)> {
    let chosen = counts.iter().filter(|((home, _), _)| chosen(*home));
    chosen.map(|((home, site), families)| (geography.metres(*home, *site), *families)).collect()
}

fn areas(geography: &Geography, counts: &BTreeMap<(usize, usize), u64>) -> Vec<AreaWays> {
    let figures = |(place, home): (usize, &crate::geography::Home)| AreaWays {
        code: home.code.to_string(),
        kelurahan: home.name.clone(),
        ways: Distances::of(ways(geography, counts, |home| home == place)),
    };
    geography.homes.iter().enumerate().map(figures).filter(|area| area.ways.families > 0).collect()
}

fn load(geography: &Geography, counts: &BTreeMap<(usize, usize), u64>, days: u32) -> Vec<Load> {
    let at =
        |place| counts.iter().filter(|((_, site), _)| *site == place).map(|(_, families)| families).sum();
    let load = |(place, site): (usize, &crate::geography::Site)| Load {
        point: site.point.id.clone(),
        name: site.point.name.clone(),
        families: at(place),
        room: u64::from(site.point.capacity) * u64::from(days),
    };
    geography.sites.iter().enumerate().map(load).collect()
}

#[expect(clippy::as_conversions, reason = "a share need not be exact to the last bit")]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}
