//! Spreadsheets in the browser: lists come in and go out without the page ever freezing.
//!
//! There are two programs, because each weighs as much as a whole visit: the reader and the writer. The page sends a job
//! as JSON, with the file beside it where there is one, and gets answers as JSON until one is the last. The families of a
//! long list come in portions, so that the page never has to take them all in one go.

mod post;
mod reading;
mod writing;

pub use post::{Page, Posted, serve};
pub use reading::{Found, Heard, ReadJob, read};
pub use writing::{Kind, WriteJob, Written, write};
