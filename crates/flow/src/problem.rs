//! What is asked.

/// Things at sources, room at sinks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// How many things there are at each source, and what one of them costs to each sink, in the order of the sinks.
    pub sources: Vec<(u32, Vec<i64>)>,
    /// How many things each sink has room for.
    pub sinks: Vec<u32>,
}

/// Things that go from one source to one sink.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shipment {
    /// By its place among the sources.
    pub source: usize,
    /// By its place among the sinks.
    pub sink: usize,
    /// How many, at least one.
    pub amount: u32,
}

impl Problem {
    /// How many things there are.
    pub fn supply(&self) -> u64 {
        self.sources.iter().map(|(amount, _)| u64::from(*amount)).sum()
    }

    /// How many there is room for.
    pub fn room(&self) -> u64 {
        self.sinks.iter().map(|room| u64::from(*room)).sum()
    }

    /// What shipments cost.
    pub fn cost(&self, shipments: &[Shipment]) -> i128 {
        let cost = |it: &Shipment| {
            let cost = self.sources.get(it.source).and_then(|(_, costs)| costs.get(it.sink)).copied();
            i128::from(it.amount) * i128::from(cost.unwrap_or(0))
        };
        shipments.iter().map(cost).sum()
    }

    /// The same with one more sink, the last: what a thing of each source costs there, in the order of the sources.
    #[must_use]
    pub fn with_sink(&self, room: u32, costs: &[i64]) -> Self {
        let mut problem = self.clone();
        problem.sinks.push(room);
        for ((_, row), cost) in problem.sources.iter_mut().zip(costs) {
            row.push(*cost);
        }
        problem
    }

    /// What [`Self::with_sink`] saves at most, told by the prices of the cheapest plan without looking for a new one.
    ///
    /// At those prices a place that costs a thing less than it pays is worth the difference; the new places go to those who
    /// would save the most. The prices stay a proof for the larger problem, with any price of the new places.
    pub fn saving_bound(&self, prices: &[i64], room: u32, costs: &[i64]) -> i128 {
        let pays = self.sources.iter().map(|(amount, costs)| (*amount, cheapest(costs, prices)));
        let mut savings: Vec<(i64, u32)> = pays
            .zip(costs)
            .map(|((amount, pays), cost)| (pays - cost, amount))
            .filter(|it| it.0 > 0)
            .collect();
        savings.sort_unstable_by(|a, b| b.cmp(a));
        let mut left = room;
        let mut saved = 0;
        for (saving, amount) in savings {
            let taken = amount.min(left);
            left -= taken;
            saved += i128::from(taken) * i128::from(saving);
        }
        saved
    }

    /// A total cost below which no plan can be, if a place at each sink has this price, none of them negative.
    ///
    /// Every thing pays at least its cheapest sink, price and all; what the sinks take in for their places is at most what
    /// all of their places are worth.
    pub fn bound(&self, prices: &[i64]) -> i128 {
        let paid = self
            .sources
            .iter()
            .map(|(amount, costs)| i128::from(*amount) * i128::from(cheapest(costs, prices)));
        let worth = self.sinks.iter().zip(prices).map(|(room, price)| i128::from(*room) * i128::from(*price));
        paid.sum::<i128>() - worth.sum::<i128>()
    }
}

/// What a thing pays where it pays least.
fn cheapest(costs: &[i64], prices: &[i64]) -> i64 {
    costs.iter().zip(prices).map(|(cost, price)| cost + price).min().unwrap_or(0)
}
