use super::ground::{Ground, Region};
use super::plan::{Members, Plan};
use super::remap::Remapping;
use super::seat::seats;
use super::seeker::{Seeker, Seekers};
use super::wish::Wish;
use domain::{PickupPoint, PointKind};
use proptest::prelude::*;

/// Points of so many families a day in the middles of these kelurahan.
fn ground(points: &[(&str, u16)]) -> Ground {
    let areas = office::areas::areas();
    let point = |(n, (area, capacity)): (usize, &(&str, u16))| {
        let at = areas.find(&domain::AreaCode::parse(area).unwrap()).unwrap().at.unwrap();
        let json = serde_json::json!({
            "id": format!("T{n}"), "name": "Contoh", "kind": "sekolah", "address": "", "area": area,
            "lat": at.lat, "lon": at.lon, "precision": "perkiraan", "days": vec![true; 7], "from": "08:00",
            "to": "14:00", "capacity": capacity,
        });
        serde_json::from_value(json).unwrap()
    };
    Ground::new(points.iter().enumerate().map(point).collect())
}

const ULUJAMI: &str = "31.74.10.1005";
const BINTARO: &str = "31.74.10.1001";
const MENTENG: &str = "31.71.06.1001";
const TIDUNG: &str = "31.01.02.1002";
const PARI: &str = "31.01.02.1003";

/// A family, by its kelurahan and RT.
fn seeker(ground: &Ground, id: i64, home: &str, rt: usize) -> Seeker {
    let home = ground.home(&domain::AreaCode::parse(home).unwrap());
    Seeker { id, home, rt, is_frail: false, wish: None, is_known: false, before: None }
}

fn run(ground: &Ground, seekers: &Seekers, days: u32) -> (Plan, Vec<Option<usize>>) {
    let plan = Plan::new(ground, seekers, days);
    assert_eq!(plan.total, plan.bound, "no plan is shorter");
    let seats = seats(ground, seekers, &plan);
    for (site, it) in ground.sites.iter().enumerate() {
        let there = seats.iter().filter(|seat| **seat == Some(site)).count();
        assert!(there <= usize::from(it.point.capacity) * usize::try_from(plan.days).unwrap());
    }
    let ways = seekers.all.iter().zip(&seats).filter_map(|(seeker, seat)| {
        let (home, seat) = (seeker.home?, (*seat)?);
        assert_eq!(ground.homes[home].region, ground.sites[seat].region, "never over the water");
        Some(u64::from(ground.metres(home, seat) * seeker.class().weight()))
    });
    assert_eq!(ways.sum::<u64>(), plan.total);
    (plan, seats)
}

#[test]
fn points_are_open_until_everybody_was_there() {
    let ground = ground(&[(ULUJAMI, 2), (BINTARO, 1)]);
    let families = |count| (0..count).map(|id| seeker(&ground, id, ULUJAMI, 0)).collect();
    let days =
        |count, least| run(&ground, &Seekers { all: families(count), ..Seekers::default() }, least).0.days;
    assert_eq!([days(0, 1), days(3, 1), days(4, 1), days(4, 9)], [1, 1, 2, 9]);
}

#[test]
fn machines_hand_out_no_cards() {
    let mut point: PickupPoint = ground(&[(ULUJAMI, 2)]).sites.remove(0).point;
    point.kind = PointKind::Atm.into();
    assert!(Ground::new(vec![point]).sites.is_empty());
}

#[test]
fn the_frail_have_the_nearer_point_and_who_asks_comes_first() {
    let ground = ground(&[(ULUJAMI, 2), (MENTENG, 9)]);
    let mut all: Vec<Seeker> = (0..5).map(|id| seeker(&ground, id, ULUJAMI, 0)).collect();
    all[4].is_frail = true;
    all[3].wish = Some(Wish::Nearest);
    let (_, seats) = run(&ground, &Seekers { all, ..Seekers::default() }, 1);
    assert_eq!(seats, [1, 1, 1, 0, 0].map(Some));
}

#[test]
fn a_point_that_is_asked_for_is_given_while_there_is_room() {
    let ground = ground(&[(ULUJAMI, 9), (MENTENG, 1), (TIDUNG, 9)]);
    let mut all: Vec<Seeker> = (0..5).map(|id| seeker(&ground, id, ULUJAMI, 0)).collect();
    for (seeker, wish) in all.iter_mut().zip([Wish::At(1), Wish::At(1), Wish::At(2), Wish::Gone]) {
        seeker.wish = Some(wish);
    }
    all[1].is_frail = true;
    let seekers = Seekers { all, ..Seekers::default() };
    let (_, seats) = run(&ground, &seekers, 1);
    assert_eq!(seats, [0, 1, 0, 0, 0].map(Some));
    let unmet = seekers.all.iter().zip(&seats).map(|(it, seat)| it.wish?.unmet(&ground, it.home, *seat));
    let why = [Some("penuh"), None, Some("seberang-laut"), Some("titik-tidak-ada"), None];
    assert_eq!(unmet.collect::<Vec<_>>(), why);
}

#[test]
fn an_island_has_its_own_point_or_none() {
    let ground = ground(&[(TIDUNG, 1), (ULUJAMI, 500)]);
    assert!(matches!(ground.sites[0].region, Region::Island(_)));
    let places = [TIDUNG, PARI, TIDUNG, ULUJAMI];
    let all = (0..).zip(places).map(|(id, home)| seeker(&ground, id, home, 0)).collect();
    let (plan, seats) = run(&ground, &Seekers { all, ..Seekers::default() }, 1);
    assert_eq!((plan.days, seats), (2, vec![Some(0), None, Some(0), Some(1)]));
}

#[test]
fn one_more_point_saves_what_it_saves() {
    let ground = ground(&[(MENTENG, 500)]);
    let all = (0..40).map(|id| seeker(&ground, id, ULUJAMI, 0)).collect();
    let seekers = Seekers { all, ..Seekers::default() };
    let (plan, _) = run(&ground, &seekers, 1);
    let Remapping { candidates, is_proven } = Remapping::of(&ground, &plan);
    let home = seekers.all[0].home.unwrap();
    assert_eq!((candidates[0].code.as_str(), candidates[0].under_2_km, is_proven), (ULUJAMI, 40, true));
    assert_eq!(candidates[0].saved, i64::from(40 * ground.metres(home, 0)));
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
        let ground = ground(&points);
        let all = (0..).zip(families).map(|(id, (home, rt, is_frail, wish))| Seeker {
            is_frail,
            wish: match wish { 0 => Some(Wish::Nearest), 1..4 => Some(Wish::At(wish.into())), _ => None },
            ..seeker(&ground, id, places[home], rt * 4 + home)
        });
        let mut seekers = Seekers { all: all.collect(), ..Seekers::default() };
        let (first, seats) = run(&ground, &seekers, 1);
        prop_assert!(seats.iter().all(Option::is_some));
        for Members { families, quotas } in first.groups.values() {
            let mut at: Vec<(usize, Option<usize>)> = families.iter().map(|it| (seekers.all[*it].rt, seats[*it])).collect();
            at.sort_unstable();
            at.dedup();
            let rts = at.chunk_by(|a, b| a.0 == b.0).count();
            prop_assert!(at.len() < rts + quotas.len().max(1), "an RT at most is divided at each border");
        }
        for (seeker, seat) in seekers.all.iter_mut().zip(&seats) {
            seeker.before = seat.and_then(|seat| Some((seat, ground.metres(seeker.home?, seat))));
        }
        let (second, again) = run(&ground, &seekers, 1);
        prop_assert_eq!(first.total, second.total);
        prop_assert_eq!(seats, again);
    }
}
