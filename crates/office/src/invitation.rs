//! Rounds of invitations: who is called, and when each comes.

mod round;
mod schedule;

pub use round::{Called, Round, RoundOutcome, again};
