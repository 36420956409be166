//! The heavy work of the app, in a thread of its own: the page never freezes, and the first visit does not pay for it.
//!
//! The page sends a [`Job`] as JSON and gets an [`Answer`] as JSON. Nothing is kept between two jobs.

mod job;
mod run;

pub use job::{Answer, Failure, Job, Secret};
pub use run::run;
