//! The heavy work of the app, in threads of their own: the page never freezes, and the first visit does not pay for it.
//!
//! There are two programs, so that none pays for what another does: [`stretch`] makes keys, of a look-up and of an RT's phone;
//! [`sealing`] seals the lists of an RT and opens their outcome. The page sends a job as a text and gets an answer as a text.
//! Nothing is kept between two jobs.

pub mod sealing;
pub mod stretch;
pub mod thread;
