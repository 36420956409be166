//! From lists to the static API, on the command line.

mod attendance;
mod calls;
mod demo;
mod drop_box;
mod envelopes;
mod fates;
mod happenings;
mod heads;
mod history;
mod interruption;
mod publication;
mod repetition;
mod revocation;
mod tahap;
mod usage;
mod verification;
