use super::assignment::assign;
use super::demand::{Demand, Demands};
use super::plan::{Members, Plan};
use super::point_request::PointRequest;
use super::remapping::Remapping;
use crate::geography::{Geography, Region};
use domain::{PickupPoint, PointKind};
use proptest::prelude::*;

/// Points of so many families a day in the middles of these kelurahan.
fn geography(points: &[(&str, u16)]) -> Geography {
    let areas = crate::areas::areas();
    let point = |(n, (area, capacity)): (usize, &(&str, u16))| {
        let at = areas.find(&domain::AreaCode::parse(area).unwrap()).unwrap().at.unwrap();
        let json = serde_json::json!({
            "id": format!("T{n}"), "name": "Contoh", "kind": "sekolah", "address": "", "area": area,
            "lat": at.lat, "lon": at.lon, "precision": "perkiraan", "days": vec![true; 7], "from": "08:00",
            "to": "14:00", "capacity": capacity,
        });
        serde_json::from_value(json).unwrap()
    };
    Geography::new(points.iter().enumerate().map(point).collect())
}

const ULUJAMI: &str = "31.74.10.1005";
const BINTARO: &str = "31.74.10.1001";
const MENTENG: &str = "31.71.06.1001";
const TIDUNG: &str = "31.01.02.1002";
const PARI: &str = "31.01.02.1003";

/// A family, by its kelurahan and RT.
fn demand(geography: &Geography, id: i64, home: &str, rt: usize) -> Demand {
    let home = geography.home(&domain::AreaCode::parse(home).unwrap());
    Demand { id, home, rt, is_frail: false, request: None, is_known: false, before: None }
}

fn run(geography: &Geography, demands: &Demands, days: u32) -> (Plan, Vec<Option<usize>>) {
    let plan = Plan::new(geography, demands, days);
    assert_eq!(plan.total, plan.bound, "no plan is shorter");
    let assignments = assign(geography, demands, &plan);
    for (site, it) in geography.sites.iter().enumerate() {
        let there = assignments.iter().filter(|assigned| **assigned == Some(site)).count();
        assert!(there <= usize::from(it.point.capacity) * usize::try_from(plan.days).unwrap());
    }
    let ways = demands.all.iter().zip(&assignments).filter_map(|(demand, assigned)| {
        let (home, assigned) = (demand.home?, (*assigned)?);
        assert_eq!(geography.homes[home].region, geography.sites[assigned].region, "never over the water");
        Some(u64::from(geography.metres(home, assigned) * demand.class().weight()))
    });
    assert_eq!(ways.sum::<u64>(), plan.total);
    (plan, assignments)
}

#[test]
fn points_are_open_until_everybody_was_there() {
    let geography = geography(&[(ULUJAMI, 2), (BINTARO, 1)]);
    let families = |count| (0..count).map(|id| demand(&geography, id, ULUJAMI, 0)).collect();
    let days =
        |count, least| run(&geography, &Demands { all: families(count), ..Demands::default() }, least).0.days;
    assert_eq!([days(0, 1), days(3, 1), days(4, 1), days(4, 9)], [1, 1, 2, 9]);
}

#[test]
fn machines_hand_out_no_cards() {
    let mut point: PickupPoint = geography(&[(ULUJAMI, 2)]).sites.remove(0).point;
    point.kind = PointKind::Atm.into();
    assert!(Geography::new(vec![point]).sites.is_empty());
}

#[test]
fn the_frail_have_the_nearer_point_and_who_asks_comes_first() {
    let geography = geography(&[(ULUJAMI, 2), (MENTENG, 9)]);
    let mut all: Vec<Demand> = (0..5).map(|id| demand(&geography, id, ULUJAMI, 0)).collect();
    all[4].is_frail = true;
    all[3].request = Some(PointRequest::Nearest);
    let (_, assignments) = run(&geography, &Demands { all, ..Demands::default() }, 1);
    assert_eq!(assignments, [1, 1, 1, 0, 0].map(Some));
}

#[test]
fn a_point_that_is_asked_for_is_given_while_there_is_room() {
    let geography = geography(&[(ULUJAMI, 9), (MENTENG, 1), (TIDUNG, 9)]);
    let mut all: Vec<Demand> = (0..5).map(|id| demand(&geography, id, ULUJAMI, 0)).collect();
    for (demand, request) in all.iter_mut().zip([
        PointRequest::At(1),
        PointRequest::At(1),
        PointRequest::At(2),
        PointRequest::Gone,
    ]) {
        demand.request = Some(request);
    }
    all[1].is_frail = true;
    let demands = Demands { all, ..Demands::default() };
    let (_, assignments) = run(&geography, &demands, 1);
    assert_eq!(assignments, [0, 1, 0, 0, 0].map(Some));
    let unmet = demands
        .all
        .iter()
        .zip(&assignments)
        .map(|(it, assigned)| it.request?.unmet(&geography, it.home, *assigned));
    let why = [Some("penuh"), None, Some("seberang-laut"), Some("titik-tidak-ada"), None];
    assert_eq!(unmet.collect::<Vec<_>>(), why);
}

#[test]
fn an_island_has_its_own_point_or_none() {
    let geography = geography(&[(TIDUNG, 1), (ULUJAMI, 500)]);
    assert!(matches!(geography.sites[0].region, Region::Island(_)));
    let places = [TIDUNG, PARI, TIDUNG, ULUJAMI];
    let all = (0..).zip(places).map(|(id, home)| demand(&geography, id, home, 0)).collect();
    let (plan, assignments) = run(&geography, &Demands { all, ..Demands::default() }, 1);
    assert_eq!((plan.days, assignments), (2, vec![Some(0), None, Some(0), Some(1)]));
}

#[test]
fn one_more_point_saves_what_it_saves() {
    let geography = geography(&[(MENTENG, 500)]);
    let all = (0..40).map(|id| demand(&geography, id, ULUJAMI, 0)).collect();
    let demands = Demands { all, ..Demands::default() };
    let (plan, _) = run(&geography, &demands, 1);
    let Remapping { candidates, is_proven } = Remapping::of(&geography, &plan);
    let home = demands.all[0].home.unwrap();
    assert_eq!((candidates[0].code.as_str(), candidates[0].under_2_km, is_proven), (ULUJAMI, 40, true));
    assert_eq!(candidates[0].saved, i64::from(40 * geography.metres(home, 0)));
    assert_eq!(candidates.len(), 10);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn everybody_has_a_place_whole_rts_stay_together_and_nobody_moves_without_need(
        families in prop::collection::vec((0..4usize, 0..12usize, prop::bool::ANY, 0..20u8), 0..200),
        rooms in prop::collection::vec(1..9u16, 4),
    ) {
        let places = [ULUJAMI, BINTARO, MENTENG, TIDUNG];
        let points: Vec<(&str, u16)> = places.into_iter().zip(rooms).collect();
        let geography = geography(&points);
        let all = (0..).zip(families).map(|(id, (home, rt, is_frail, request))| Demand {
            is_frail,
            request: match request { 0 => Some(PointRequest::Nearest), 1..4 => Some(PointRequest::At(request.into())), _ => None },
            ..demand(&geography, id, places[home], rt * 4 + home)
        });
        let mut demands = Demands { all: all.collect(), ..Demands::default() };
        let (first, assignments) = run(&geography, &demands, 1);
        prop_assert!(assignments.iter().all(Option::is_some));
        for Members { families, quotas } in first.groups.values() {
            let mut at: Vec<(usize, Option<usize>)> = families.iter().map(|it| (demands.all[*it].rt, assignments[*it])).collect();
            at.sort_unstable();
            at.dedup();
            let rts = at.chunk_by(|a, b| a.0 == b.0).count();
            prop_assert!(at.len() < rts + quotas.len().max(1), "an RT at most is divided at each border");
        }
        for (demand, assigned) in demands.all.iter_mut().zip(&assignments) {
            demand.before = assigned.and_then(|assigned| Some((assigned, geography.metres(demand.home?, assigned))));
        }
        let (second, again) = run(&geography, &demands, 1);
        prop_assert_eq!(first.total, second.total);
        prop_assert_eq!(assignments, again);
    }
}
