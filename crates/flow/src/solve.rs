//! The solver: source after source, each thing by the cheapest way there is, over others' heads where that is cheaper.
//!
//! These are the successive shortest paths of Jewell, Iri, and Busacker and Gowen (1958-60), with the potentials of Edmonds and
//! Karp (1972), on the sinks alone: a way leads from sink to sink by things that move from one to the next.

use crate::network::Network;
use crate::problem::{Problem, Shipment};
use crate::search::Search;

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
            left -= bring(&mut network, source, left)?;
        }
    }
    let prices = network.sinks.iter().map(|sink| sink.price).collect();
    Some(Plan { shipments: network.shipments(), prices })
}

/// Brings things of a source under by the cheapest way, as many as that way has room for and at most `most`.
fn bring(network: &mut Network<'_>, source: usize, most: u32) -> Option<u32> {
    // Prices may have risen since the beginning.
    let costs = network.problem.sources.get(source)?.1.iter();
    let cheapest = costs.zip(&network.sinks).map(|(cost, sink)| cost + sink.price).min()?;
    *network.pays.get_mut(source)? = cheapest;
    let (way, search) = Search::from(network, source)?;
    search.raise(network);
    let room = network.sinks.get(way.first()?.sink)?.room;
    let movable = way.iter().filter_map(|step| network.sinks.get(step.leaves?)?.holds.get(&step.source));
    let amount = movable.copied().fold(room.min(most), u32::min);
    network.sinks.get_mut(way.first()?.sink)?.room -= amount;
    for step in way {
        *network.sinks.get_mut(step.sink)?.holds.entry(step.source).or_default() += amount;
        if let Some(left) = step.leaves.and_then(|sink| network.sinks.get_mut(sink)) {
            let held = left.holds.entry(step.source).or_default();
            *held -= amount;
            if *held == 0 {
                left.holds.remove(&step.source);
            }
        }
    }
    Some(amount)
}
