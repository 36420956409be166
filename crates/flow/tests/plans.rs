//! Plans are as cheap as can be, and never over a sink's room.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use flow::{Plan, Problem, solve};
use good_lp::{Expression, Solution as _, SolverModel as _, constraint, microlp, variable, variables};
use proptest::prelude::*;

fn problem(sources: &[(u32, &[i64])], sinks: &[u32]) -> Problem {
    let sources = sources.iter().map(|(amount, costs)| (*amount, costs.to_vec())).collect();
    Problem { sources, sinks: sinks.to_vec() }
}

/// What the cheapest plan costs; it is one, and its prices prove it.
fn check(problem: &Problem) -> Option<i128> {
    let Plan { shipments, prices } = solve(problem)?;
    let sum = |chosen: &dyn Fn(&flow::Shipment) -> bool| -> u32 {
        shipments.iter().filter(|it| chosen(it)).map(|it| it.amount).sum()
    };
    for (source, (amount, _)) in problem.sources.iter().enumerate() {
        assert_eq!(sum(&|it| it.source == source), *amount, "everything is brought under");
    }
    for (sink, room) in problem.sinks.iter().enumerate() {
        let there = sum(&|it| it.sink == sink);
        assert!(there <= *room, "never over the room");
        assert!(there == *room || prices[sink] == 0, "a place that is left over is worth nothing");
    }
    assert!(prices.iter().all(|price| *price >= 0));
    let cost = problem.cost(&shipments);
    assert_eq!(problem.bound(&prices), cost, "no plan can be cheaper");
    Some(cost)
}

#[test]
fn plans() {
    // Nothing to do; nowhere to go; one place too few.
    assert_eq!(check(&problem(&[], &[])), Some(0));
    assert_eq!(check(&problem(&[(1, &[])], &[])), None);
    assert_eq!(check(&problem(&[(3, &[1])], &[2])), None);
    // Everything goes where it is cheapest while there is room.
    assert_eq!(check(&problem(&[(2, &[1, 5]), (3, &[4, 2])], &[9, 9])), Some(8));
    // The first comer makes way: to move it by one costs less than to send the second far away.
    assert_eq!(check(&problem(&[(1, &[1, 2]), (1, &[1, 9])], &[1, 1])), Some(3));
    // Over two heads.
    assert_eq!(
        check(&problem(&[(1, &[0, 1, 99]), (1, &[99, 0, 1]), (1, &[0, 99, 99])], &[1, 1, 1])),
        Some(2)
    );
    // A table with one row too short is no problem.
    assert_eq!(check(&problem(&[(1, &[1])], &[1, 1])), None);
}

/// The same by a solver of linear programs.
fn by_simplex(problem: &Problem) -> f64 {
    let mut variables = variables!();
    let amounts: Vec<Vec<_>> = problem
        .sources
        .iter()
        .map(|_| problem.sinks.iter().map(|_| variables.add(variable().min(0))).collect())
        .collect();
    let total: Expression = amounts
        .iter()
        .zip(&problem.sources)
        .flat_map(|(row, (_, costs))| row.iter().zip(costs))
        .map(|(amount, cost)| i32::try_from(*cost).unwrap() * *amount)
        .sum();
    let mut model = variables.minimise(&total).using(microlp);
    for (row, (supply, _)) in amounts.iter().zip(&problem.sources) {
        model = model.with(constraint!(row.iter().sum::<Expression>() == f64::from(*supply)));
    }
    for (sink, room) in problem.sinks.iter().enumerate() {
        let there: Expression = amounts.iter().map(|row| row[sink]).sum();
        model = model.with(constraint!(there <= f64::from(*room)));
    }
    model.solve().unwrap().eval(&total)
}

/// Costs that are often equal, amounts and rooms that are often too small.
fn problems() -> impl Strategy<Value = Problem> {
    (1..7usize, 1..6usize).prop_flat_map(|(sources, sinks)| {
        let costs = prop::collection::vec(prop_oneof![0..4i64, 0..1000i64], sinks);
        let sources = prop::collection::vec((0..12u32, costs), sources);
        (sources, prop::collection::vec(0..25u32, sinks))
            .prop_map(|(sources, sinks)| Problem { sources, sinks })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn as_cheap_as_the_simplex_finds_it(problem in problems()) {
        match check(&problem) {
            None => prop_assert!(problem.supply() > problem.room()),
            Some(cost) => {
                let simplex = by_simplex(&problem);
                let cost = f64::from(i32::try_from(cost).unwrap());
                prop_assert!((cost - simplex).abs() < 1e-6 * (1.0 + cost), "{cost} {simplex}");
            }
        }
    }

    #[test]
    fn one_more_sink_saves_no_more_than_the_prices_tell(
        problem in problems(), room in 0..25u32, costs in prop::collection::vec(0..1000i64, 6),
    ) {
        if let Some(plan) = solve(&problem) {
            let saved = problem.cost(&plan.shipments) - check(&problem.with_sink(room, &costs)).unwrap();
            prop_assert!((0..=problem.saving_bound(&plan.prices, room, &costs)).contains(&saved));
        }
    }

    #[test]
    fn no_prices_prove_more_than_is_true(problem in problems(), prices in prop::collection::vec(0..500i64, 5)) {
        if let Some(cost) = check(&problem) {
            prop_assert!(problem.bound(&prices[..problem.sinks.len()]) <= cost);
        }
    }
}
