//! What one more point would gain, and where: the remapping of points to where families live.

use super::figures::Figures;
use super::ground::Ground;
use super::plan::{Group, Part, Plan, weighted};
use super::seeker::Class;
use flow::{Problem, solve};
use rayon::prelude::*;
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// Families a day that a new point would have room for (Pemprov DKI, January 2021).
const A_DAY: u32 = 500;
/// So many places are looked at closely.
const CLOSELY: usize = 10;

/// A place for one more point, in the middle of a kelurahan.
#[derive(Debug, Serialize)]
pub(super) struct Candidate {
    pub(super) code: String,
    pub(super) kelurahan: String,
    /// Kilometres that all families together have less to go.
    pub(super) saved_km: i64,
    /// Families that have no longer over 2 km to go.
    pub(super) under_2_km: i64,
    /// Weighted metres that it saves, and what the prices told that it saves at most.
    pub(super) saved: i64,
    pub(super) saved_at_most: i64,
}

/// The best places for one more point, the best first.
#[derive(Debug, Default, Serialize)]
pub(super) struct Remapping {
    pub(super) candidates: Vec<Candidate>,
    /// Whether it is proven that no other middle of a kelurahan saves more than the first.
    pub(super) is_proven: bool,
}

/// A side of the water as it is, without regard for where families were to collect before.
struct Present {
    groups: Vec<(Group, u32)>,
    sites: Vec<usize>,
    problem: Problem,
    prices: Vec<i64>,
    cost: i128,
    figures: Figures,
}

impl Remapping {
    /// Looks at the middle of every kelurahan, and closely at the most promising ones.
    pub(super) fn of(ground: &Ground, plan: &Plan) -> Self {
        let room = A_DAY * plan.days;
        let presents: Vec<Present> =
            plan.parts.iter().filter_map(|part| Present::new(ground, part)).collect();
        let mut promising: Vec<(i64, usize, &Present)> = plan
            .parts
            .iter()
            .zip(&presents)
            .flat_map(|(part, present)| {
                let homes = ground.homes.iter().enumerate().filter(|(_, home)| home.region == part.region);
                homes.map(move |(home, _)| (present.saving_bound(ground, home, room), home, present))
            })
            .filter(|(most, ..)| *most > 0)
            .collect();
        promising.sort_by_key(|(most, home, _)| (std::cmp::Reverse(*most), *home));
        let rest = promising.get(CLOSELY).map_or(0, |(most, ..)| *most);
        promising.truncate(CLOSELY);
        let mut candidates: Vec<Candidate> = promising
            .into_par_iter()
            .filter_map(|(most, home, present)| present.candidate(ground, home, room, most))
            .collect();
        candidates.sort_by_key(|it| std::cmp::Reverse(it.saved));
        let is_proven = candidates.first().is_some_and(|best| best.saved >= rest);
        Self { candidates, is_proven }
    }
}

impl Present {
    fn new(ground: &Ground, part: &Part) -> Option<Self> {
        let mut families = std::collections::BTreeMap::new();
        for (group, count) in &part.families {
            *families.entry(Group { before: None, ..*group }).or_default() += count;
        }
        let part = Part { families, sites: part.sites.clone(), room: part.room.clone(), ..*part };
        let problem = part.problem(|group, site| weighted(ground.metres(group.home, site), group.class));
        let plan = solve(&problem)?;
        let groups: Vec<(Group, u32)> = part.families.into_iter().collect();
        let mut present = Self {
            cost: problem.cost(&plan.shipments),
            prices: plan.prices,
            groups,
            sites: part.sites,
            problem,
            figures: Figures::default(),
        };
        present.figures = present.figures(ground, &plan.shipments, None);
        Some(present)
    }

    /// What one of each group would have to go, weighted.
    fn costs(&self, ground: &Ground, to: usize) -> Vec<i64> {
        let cost = |group: &Group| weighted(ground.metres_between(group.home, to), group.class);
        self.groups.iter().map(|(group, _)| cost(group)).collect()
    }

    fn saving_bound(&self, ground: &Ground, home: usize, room: u32) -> i64 {
        small(self.problem.saving_bound(&self.prices, room, &self.costs(ground, home)))
    }

    fn candidate(&self, ground: &Ground, home: usize, room: u32, most: i64) -> Option<Candidate> {
        let problem = self.problem.with_sink(room, &self.costs(ground, home));
        let plan = solve(&problem)?;
        let figures = self.figures(ground, &plan.shipments, Some(home));
        let there = ground.homes.get(home)?;
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
    fn figures(&self, ground: &Ground, shipments: &[flow::Shipment], new: Option<usize>) -> Figures {
        let way = |it: &flow::Shipment| {
            let (group, _) = self.groups.get(it.source)?;
            let metres = match self.sites.get(it.sink) {
                Some(site) => ground.metres(group.home, *site),
                None => ground.metres_between(group.home, new?),
            };
            Some((metres, u64::from(it.amount)))
        };
        Figures::of(shipments.iter().filter_map(way).collect())
    }
}

impl Display for Remapping {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if self.candidates.is_empty() {
            return Ok(());
        }
        writeln!(f, "Satu titik lagi ({A_DAY} keluarga sehari) paling berguna di:")?;
        for (place, Candidate { kelurahan, saved_km, under_2_km, saved, .. }) in (1..).zip(&self.candidates) {
            writeln!(
                f,
                "  {place}. {kelurahan}: {saved} m berbobot lebih pendek ({saved_km} km), {under_2_km} keluarga lagi di bawah 2 km"
            )?;
        }
        writeln!(
            f,
            "  Urut menurut jarak berbobot: lansia dan penyandang disabilitas dihitung {} kali, yang minta titik lebih dekat {} kali.",
            Class::Frail.weight(),
            Class::Asking.weight()
        )?;
        if self.is_proven {
            writeln!(f, "Terbukti: tidak ada kelurahan lain yang lebih berguna daripada yang pertama.")?;
        }
        Ok(())
    }
}

fn small(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
