//! From lists to the static API, on the command line.

mod allocation;
mod attendance;
mod calls;
mod check;
mod demo;
mod drop_box;
mod envelopes;
mod fates;
mod happenings;
mod heads;
mod history;
mod hosts;
mod interruption;
mod lists;
mod matching;
mod publication;
mod quarantine;
mod repetition;
mod review;
mod revocation;
mod sources;
mod tahap;
mod totals;
mod upload;
mod usage;
mod verification;
