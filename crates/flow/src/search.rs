//! The cheapest way to a place that is free (Dijkstra, over what each step costs beyond the prices).

use crate::network::Network;

/// A step of a way: things of a source go to a sink, and leave another for it unless they begin there.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) source: usize,
    pub(crate) sink: usize,
    pub(crate) leaves: Option<usize>,
}

/// How far everything is from the source where the search began.
pub(crate) struct Search {
    sinks: Vec<Seen>,
    sources: Vec<Option<i64>>,
    /// How far the free place is.
    length: i64,
}

/// A sink, as the search sees it.
struct Seen {
    distance: i64,
    /// The last step of the way there.
    step: Step,
    is_done: bool,
}

impl Search {
    /// Searches from a source; the way that was found, from its end.
    pub(crate) fn from(network: &Network<'_>, source: usize) -> Option<(Vec<Step>, Self)> {
        let seen =
            |sink| Seen { distance: i64::MAX, step: Step { source, sink, leaves: None }, is_done: false };
        let mut search = Self {
            sinks: (0..network.sinks.len()).map(seen).collect(),
            sources: vec![None; network.problem.sources.len()],
            length: 0,
        };
        search.leave(network, source, None, 0)?;
        loop {
            let open = search.sinks.iter_mut().filter(|sink| !sink.is_done);
            let nearest = open.min_by_key(|sink| sink.distance)?;
            let (distance, sink) = (nearest.distance, nearest.step.sink);
            if network.sinks.get(sink)?.room > 0 {
                search.length = distance;
                return Some((search.way(sink)?, search));
            }
            nearest.is_done = true;
            for source in network.sinks.get(sink)?.holds.keys() {
                search.leave(network, *source, Some(sink), distance)?;
            }
        }
    }

    /// Things of a source may go from here to every sink. Wherever else they are is as far, so that once is enough.
    fn leave(
        &mut self,
        network: &Network<'_>,
        source: usize,
        leaves: Option<usize>,
        distance: i64,
    ) -> Option<()> {
        let seen = self.sources.get_mut(source)?;
        if seen.is_some() {
            return Some(());
        }
        *seen = Some(distance);
        let from = distance - network.pays.get(source)?;
        let costs = &network.problem.sources.get(source)?.1;
        for ((seen, sink), cost) in self.sinks.iter_mut().zip(&network.sinks).zip(costs) {
            let distance = from + cost + sink.price;
            if !seen.is_done && distance < seen.distance {
                seen.distance = distance;
                seen.step = Step { source, leaves, ..seen.step };
            }
        }
        Some(())
    }

    fn way(&self, end: usize) -> Option<Vec<Step>> {
        let mut way = vec![self.sinks.get(end)?.step];
        while let Some(sink) = way.last()?.leaves {
            way.push(self.sinks.get(sink)?.step);
        }
        Some(way)
    }

    /// Raises prices so that the way that was found costs nothing beyond them, and no other less than nothing.
    pub(crate) fn raise(&self, network: &mut Network<'_>) {
        for (sink, seen) in network.sinks.iter_mut().zip(&self.sinks) {
            if seen.is_done {
                sink.price += self.length - seen.distance;
            }
        }
        for (pays, seen) in network.pays.iter_mut().zip(&self.sources) {
            *pays += seen.map_or(0, |distance| self.length - distance);
        }
    }
}
