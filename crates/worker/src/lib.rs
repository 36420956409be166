//! The heavy work of the app, in threads of their own: the page never freezes, and the first visit does not pay for it.
//!
//! There are three programs, so that none pays for what another does: [`lookup`] derives and opens the record of a family,
//! [`stretch`] makes the keys of an RT's phone, [`sealing`] seals its lists and opens their outcome. The page sends a job as JSON
//! and gets an answer as JSON. Nothing is kept between two jobs.

pub mod lookup;
pub mod sealing;
pub mod stretch;
pub mod thread;
