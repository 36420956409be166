//! What is known while the solver works: what each sink holds, and what a place there costs.

use crate::problem::{Problem, Shipment};
use std::collections::BTreeMap;

/// What is known while things are brought under.
pub(crate) struct Network<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) sinks: Vec<Sink>,
    /// What a thing of each source pays, price and all: at no sink it would pay less, and where it is it pays this.
    pub(crate) pays: Vec<i64>,
}

/// A sink.
pub(crate) struct Sink {
    pub(crate) room: u32,
    pub(crate) price: i64,
    /// What is there, by source.
    pub(crate) holds: BTreeMap<usize, u32>,
}

impl<'a> Network<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let cheapest = |costs: &Vec<i64>| costs.iter().copied().min().unwrap_or(0);
        let sinks = problem.sinks.iter().map(|room| Sink { room: *room, price: 0, holds: BTreeMap::new() });
        Self {
            problem,
            sinks: sinks.collect(),
            pays: problem.sources.iter().map(|(_, costs)| cheapest(costs)).collect(),
        }
    }

    /// Everything that the sinks hold, source by source.
    pub(crate) fn shipments(&self) -> Vec<Shipment> {
        let held = self.sinks.iter().enumerate().flat_map(|(sink, it)| {
            it.holds.iter().map(move |(source, amount)| Shipment { source: *source, sink, amount: *amount })
        });
        let mut shipments: Vec<Shipment> = held.collect();
        shipments.sort_unstable();
        shipments
    }
}
