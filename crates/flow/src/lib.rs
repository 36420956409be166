//! The transportation problem: things are at sources, there is room at sinks, a cost for each thing from each source to each
//! sink; bring everything under at the least total cost.
//!
//! The answer is exact, and comes with prices that prove it: [`Problem::bound`] makes of any prices a total below which no
//! plan can be (weak duality of linear programming), and looks at no plan for it.

mod network;
mod problem;
mod search;
mod solve;

pub use problem::{Problem, Shipment};
pub use solve::{Plan, solve};
