//! What came of it.

mod requests;
mod words;

use super::figures::Figures;
use super::ground::Ground;
use super::plan::Plan;
use super::remap::Remapping;
use super::seeker::Seekers;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::register::{Register, Unreadable};
use requests::Requests;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// The whole of it.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    on: String,
    /// Points, and how many days each is open.
    points: usize,
    days: u32,
    /// Everybody's ways. They are estimates: of a family no more is known than its kelurahan.
    ways: Figures,
    /// Weighted metres; what no plan can be under; how much more the plan is, in percent.
    total: u64,
    bound: u64,
    gap_percent: f64,
    changes: Changes,
    /// RTs, and those whose families all go to one point.
    rts: usize,
    rts_together: usize,
    requests: Requests,
    nowhere: Vec<Nowhere>,
    areas: Vec<AreaWays>,
    load: Vec<Load>,
    remapping: Remapping,
    /// Left out.
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
}

/// What changes for families that had a point.
#[derive(Debug, Default, Serialize)]
struct Changes {
    new: usize,
    kept: usize,
    moved: usize,
}

/// Families of a kelurahan that no point can be reached by.
#[derive(Debug, Serialize)]
struct Nowhere {
    code: String,
    /// None: a kelurahan that nobody knows.
    kelurahan: Option<String>,
    families: usize,
    /// The registration code of each.
    codes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AreaWays {
    code: String,
    kelurahan: String,
    #[serde(flatten)]
    ways: Figures,
}

#[derive(Debug, Serialize)]
struct Load {
    point: String,
    name: String,
    families: u64,
    room: u64,
}

impl Report {
    pub(super) fn new(
        register: &Register,
        ground: &Ground,
        seekers: &Seekers,
        plan: &Plan,
        seats: &[Option<usize>],
        now: &Moment,
    ) -> Result<Self> {
        let mut counts: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        let mut nowhere: BTreeMap<String, Nowhere> = BTreeMap::new();
        let mut changes = Changes::default();
        let mut rts: HashMap<usize, (usize, bool)> = HashMap::new();
        for (seeker, seat) in seekers.all.iter().zip(seats) {
            let (Some(home), Some(site)) = (seeker.home, *seat) else {
                let home = seeker.home.and_then(|home| ground.homes.get(home));
                let code = match home {
                    Some(home) => home.code.to_string(),
                    None => register
                        .family(seeker.id)?
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
                there.codes.extend(register.codes(seeker.id)?.first().map(ToString::to_string));
                continue;
            };
            *counts.entry((home, site)).or_default() += 1;
            match seeker.before {
                Some((before, _)) if before == site => changes.kept += 1,
                None if !seeker.is_known => changes.new += 1,
                _ => changes.moved += 1,
            }
            let (first, is_together) = rts.entry(seeker.rt).or_insert((site, true));
            *is_together &= *first == site;
        }
        let gap = 100.0 * ratio(plan.total - plan.bound.min(plan.total), plan.total);
        Ok(Self {
            on: now.to_string(),
            points: ground.sites.len(),
            days: plan.days,
            ways: Figures::of(ways(ground, &counts, |_| true)),
            total: plan.total,
            bound: plan.bound,
            gap_percent: gap,
            changes,
            rts: rts.len(),
            rts_together: rts.values().filter(|(_, is_together)| *is_together).count(),
            requests: Requests::new(register, ground, seekers, seats)?,
            nowhere: nowhere.into_values().collect(),
            areas: areas(ground, &counts),
            load: load(ground, &counts, plan.days),
            remapping: Remapping::of(ground, plan),
            unreadable: seekers.unreadable.clone(),
        })
    }

    /// The figures of every kelurahan as CSV, and the families in it that no point can be reached by.
    pub(super) fn table(&self) -> Result<Vec<u8>> {
        let failed = |_| Fault::new("berkas", "Gagal menulis tabel.", "Pembagian sudah tersimpan: ulangi.");
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(COLUMNS).map_err(failed)?;
        for AreaWays { code, kelurahan, ways } in &self.areas {
            let numbers = [
                ways.families,
                ways.mean_metres,
                ways.p95_metres.into(),
                ways.worst_metres.into(),
                ways.over_2_km,
            ];
            let [families, mean, p95, worst, over] = numbers.map(|it| it.to_string());
            let none = ["0".to_owned(), String::new()];
            let cells = [code.clone(), kelurahan.clone(), families, mean, p95, worst, over];
            table.write_record(cells.into_iter().chain(none)).map_err(failed)?;
        }
        for Nowhere { code, kelurahan, families, codes } in &self.nowhere {
            let blank = [const { String::new() }; 4];
            let place = [code.clone(), kelurahan.clone().unwrap_or_default(), "0".to_owned()];
            let none = [families.to_string(), codes.join(" ")];
            table.write_record(place.into_iter().chain(blank).chain(none)).map_err(failed)?;
        }
        Ok(table.into_inner().unwrap_or_default())
    }
}

/// The last two: how many families no point can be reached by, and their registration codes.
const COLUMNS: [&str; 9] = [
    "kode",
    "kelurahan",
    "keluarga",
    "rata_rata_m",
    "p95_m",
    "terjauh_m",
    "di_atas_2_km",
    "tanpa_titik",
    "kode_keluarga_tanpa_titik",
];

/// The ways of the families of chosen homes.
fn ways(
    ground: &Ground,
    counts: &BTreeMap<(usize, usize), u64>,
    chosen: impl Fn(usize) -> bool,
) -> Vec<(u32, u64)> {
    let chosen = counts.iter().filter(|((home, _), _)| chosen(*home));
    chosen.map(|((home, site), families)| (ground.metres(*home, *site), *families)).collect()
}

fn areas(ground: &Ground, counts: &BTreeMap<(usize, usize), u64>) -> Vec<AreaWays> {
    let figures = |(place, home): (usize, &super::ground::Home)| AreaWays {
        code: home.code.to_string(),
        kelurahan: home.name.clone(),
        ways: Figures::of(ways(ground, counts, |home| home == place)),
    };
    ground.homes.iter().enumerate().map(figures).filter(|area| area.ways.families > 0).collect()
}

fn load(ground: &Ground, counts: &BTreeMap<(usize, usize), u64>, days: u32) -> Vec<Load> {
    let at =
        |place| counts.iter().filter(|((_, site), _)| *site == place).map(|(_, families)| families).sum();
    let load = |(place, site): (usize, &super::ground::Site)| Load {
        point: site.point.id.clone(),
        name: site.point.name.clone(),
        families: at(place),
        room: u64::from(site.point.capacity) * u64::from(days),
    };
    ground.sites.iter().enumerate().map(load).collect()
}

#[expect(clippy::as_conversions, reason = "a share need not be exact to the last bit")]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}
