//! Rounds of invitations: who is called, and when each comes.

mod round;
mod schedule;

pub use round::{
    Called, ClosedPoints, Round, RoundOutcome, Whom, again, called_to_closed, replaced_invitation,
};
