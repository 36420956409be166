//! The solver beside HiGHS, at the size of a city too. `cargo xtask test` runs it, with a Python that has scipy.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use flow::{Problem, solve};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// What HiGHS finds for each problem.
fn by_highs(problems: &[Problem]) -> Vec<Option<i128>> {
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| panic!("PYTHON names no Python with scipy"));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/highs.py");
    let mut highs =
        Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = highs.stdin.take().unwrap();
    for Problem { sources, sinks } in problems {
        let (supply, costs): (Vec<u32>, Vec<&Vec<i64>>) =
            sources.iter().map(|(n, costs)| (*n, costs)).unzip();
        writeln!(input, r#"{{"supply": {supply:?}, "room": {sinks:?}, "costs": {costs:?}}}"#).unwrap();
    }
    drop(input);
    let answer = highs.wait_with_output().unwrap();
    assert!(answer.status.success());
    String::from_utf8(answer.stdout).unwrap().lines().map(|line| line.parse().ok()).collect()
}

/// So many problems of one size, always the same.
fn problems(count: usize, sources: usize, sinks: usize, supply: u32, room: u32) -> Vec<Problem> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let costs = prop::collection::vec(0..60_000i64, sinks);
    let source = (0..supply, costs);
    let problem = (prop::collection::vec(source, sources), prop::collection::vec(0..room, sinks))
        .prop_map(|(sources, sinks)| Problem { sources, sinks });
    (0..count).map(|_| problem.new_tree(&mut runner).unwrap().current()).collect()
}

/// Compares them; how many have a plan at all.
fn check(problems: &[Problem]) -> usize {
    let highs = by_highs(problems);
    assert_eq!(problems.len(), highs.len());
    for (problem, highs) in problems.iter().zip(&highs) {
        assert_eq!(solve(problem).map(|plan| problem.cost(&plan.shipments)), *highs);
    }
    highs.iter().flatten().count()
}

#[test]
#[ignore = "needs a Python with scipy: `cargo xtask test` runs it"]
fn as_cheap_as_highs_finds_it() {
    assert!((20..80).contains(&check(&problems(100, 12, 8, 40, 60))));
}

#[test]
#[ignore = "needs a Python with scipy: `cargo xtask test` runs it"]
fn as_cheap_as_highs_finds_it_for_a_city() {
    assert_eq!(check(&problems(1, 801, 160, 2600, 16_000)), 1);
}
