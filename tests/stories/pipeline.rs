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
mod matching;
mod publication;
mod repetition;
mod review;
mod revocation;
mod tahap;
mod usage;
mod verification;
