//! The solver: source after source, each thing by the cheapest way there is, over others' heads where that is cheaper.
//!
//! These are the successive shortest paths of Jewell, Iri, and Busacker and Gowen (1958-60), with the potentials of Edmonds and
//! Karp (1972), on the sinks alone: a way leads from sink to sink by things that move from one to the next.

use crate::problem::{Problem, Shipment};
use crate::search::Search;
use std::collections::BTreeMap;

/// The cheapest plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Everything, source by source.
    pub shipments: Vec<Shipment>,
    /// What a place at each sink is worth: nothing where places are left over.
    pub prices: Vec<i64>,
}

/// The cheapest plan; `None` where there is not enough room. The same problem has the same plan.
pub fn solve(problem: &Problem) -> Option<Plan> {
    if problem.supply() > problem.room()
        || problem.sources.iter().any(|(_, costs)| costs.len() != problem.sinks.len())
    {
        return None;
    }
    let mut network = Network::new(problem);
    for (source, (amount, _)) in problem.sources.iter().enumerate() {
        let mut left = *amount;
        while left > 0 {
            left -= network.bring(source, left)?;
        }
    }
    Some(network.plan())
}

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
    fn new(problem: &'a Problem) -> Self {
        let cheapest = |costs: &Vec<i64>| costs.iter().copied().min().unwrap_or(0);
        let sinks = problem.sinks.iter().map(|room| Sink { room: *room, price: 0, holds: BTreeMap::new() });
        Self {
            problem,
            sinks: sinks.collect(),
            pays: problem.sources.iter().map(|(_, costs)| cheapest(costs)).collect(),
        }
    }

    /// Brings things of a source under by the cheapest way, as many as that way has room for and at most `most`.
    fn bring(&mut self, source: usize, most: u32) -> Option<u32> {
        // Prices may have risen since the beginning.
        let costs = self.problem.sources.get(source)?.1.iter();
        let cheapest = costs.zip(&self.sinks).map(|(cost, sink)| cost + sink.price).min()?;
        *self.pays.get_mut(source)? = cheapest;
        let (way, search) = Search::from(self, source)?;
        search.raise(self);
        let room = self.sinks.get(way.first()?.sink)?.room;
        let movable = way.iter().filter_map(|step| self.sinks.get(step.leaves?)?.holds.get(&step.source));
        let amount = movable.copied().fold(room.min(most), u32::min);
        self.sinks.get_mut(way.first()?.sink)?.room -= amount;
        for step in way {
            *self.sinks.get_mut(step.sink)?.holds.entry(step.source).or_default() += amount;
            if let Some(left) = step.leaves.and_then(|sink| self.sinks.get_mut(sink)) {
                let held = left.holds.entry(step.source).or_default();
                *held -= amount;
                if *held == 0 {
                    left.holds.remove(&step.source);
                }
            }
        }
        Some(amount)
    }

    fn plan(self) -> Plan {
        let held = self.sinks.iter().enumerate().flat_map(|(sink, it)| {
            it.holds.iter().map(move |(source, amount)| Shipment { source: *source, sink, amount: *amount })
        });
        let mut shipments: Vec<Shipment> = held.collect();
        shipments.sort_unstable();
        Plan { shipments, prices: self.sinks.iter().map(|sink| sink.price).collect() }
    }
}
