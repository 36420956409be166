//! Rounds of invitations: who is called, and when each comes.

mod closed_points;
mod round;
mod schedule;
mod standing;

pub use closed_points::{ClosedPoints, called_to_closed};
pub use round::{Called, Round, RoundOutcome, Whom, again};
pub use standing::replaced_invitation;
